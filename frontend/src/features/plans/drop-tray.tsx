import { useQuery } from '@tanstack/react-query'
import type { CellRef } from '@/api/placements.gen'
import { type BoardIndex, placeKey, placeName } from '@/features/plans/board-layout'
import { optionFacts } from '@/features/plans/plan-words'
import { inOrder, optionsQuery } from '@/features/plans/use-carry'

const atMost = 12

interface DropTrayProps {
  scenarioId: string
  cell: CellRef
  index: BoardIndex
}

/** While a bar is dragged among people: the places that are open to it, to drop it on. */
export function DropTray({ scenarioId, cell, index }: DropTrayProps) {
  const query = useQuery({ ...optionsQuery(scenarioId, cell), staleTime: 0 })
  const now = index.people.get(cell.enrolment_id)?.cells[cell.block]
  const open = inOrder(query.data?.items ?? []).filter(
    (option) => option.allowed && now && placeKey(option) !== placeKey(now),
  )
  return (
    <div className="cw-tray" aria-hidden="true">
      <p className="cw-tray__title">
        {query.isPending && 'Looking for open places…'}
        {query.isSuccess &&
          (open.length > 0
            ? 'Drop on a place, or on somebody to swap'
            : 'No other place is open: drop on somebody to swap')}
      </p>
      <div className="cw-tray__places">
        {open.slice(0, atMost).map((option) => (
          <div key={placeKey(option)} className="cw-tray__place" data-drop-place={placeKey(option)}>
            <strong>{placeName(index, option)}</strong>
            <span>{optionFacts(option)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
