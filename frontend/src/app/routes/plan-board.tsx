import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Loaded } from '@/components/ui/query/loaded'
import type { BoardFilter, BoardView } from '@/features/plans/board-rows'
import { PlanBoard } from '@/features/plans/plan-board'
import { PlanFrame } from '@/features/plans/plan-frame'
import { useBoard } from '@/features/plans/use-plan'
import { usePlanEdits } from '@/features/plans/use-plan-edits'

const route = getRouteApi('/signed-in/plans/$scenarioId/board')

export function PlanBoardPage() {
  const { scenarioId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useBoard(scenarioId)
  const edits = usePlanEdits(scenarioId)
  const change = useCallback(
    (part: BoardFilter & { view?: BoardView | undefined }) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <PlanFrame scenarioId={scenarioId} part="Board">
      {() => (
        <Loaded query={query} lines={12}>
          {(board) => <PlanBoard board={board} edits={edits} search={search} onSearch={change} />}
        </Loaded>
      )}
    </PlanFrame>
  )
}
