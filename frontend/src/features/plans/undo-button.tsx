import type { ScenarioRead } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { isBusy, isKept } from '@/features/plans/plan-words'
import type { PlanEdits } from '@/features/plans/use-plan-edits'

/** Takes the last change back, and says which that is. */
export function UndoButton({ scenario, edits }: { scenario: ScenarioRead; edits: PlanEdits }) {
  const { undo } = scenario
  if (undo === null || isBusy(scenario) || isKept(scenario)) return null
  return (
    <Button variant="secondary" small aria-disabled={edits.busy} onClick={() => void edits.undo(undo)}>
      Undo: {undo}
    </Button>
  )
}
