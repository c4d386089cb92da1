import { useId } from 'react'
import type { BoardRead, CellRef } from '@/api/placements.gen'
import { type BoardIndex, personName, placeKey, placeName } from '@/features/plans/board-layout'

interface SwapChoiceProps {
  board: BoardRead
  index: BoardIndex
  cell: CellRef
  chosen: string
  onChoose: (enrolmentId: string) => void
}

/** Everybody who is somewhere else in the same block and can still move. */
export function SwapChoice({ board, index, cell: { enrolment_id, block }, chosen, onChoose }: SwapChoiceProps) {
  const id = useId()
  const own = index.people.get(enrolment_id)?.cells[block]
  const others = board.people.filter((person) => {
    const cell = person.cells[block]
    return cell && own && !cell.has_begun && placeKey(cell) !== placeKey(own) && person.enrolment_id !== enrolment_id
  })
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        Swap with
      </label>
      <select id={id} className="nhsuk-select" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">Choose somebody</option>
        {others.map((person) => {
          const cell = person.cells[block]
          return (
            <option key={person.enrolment_id} value={person.enrolment_id}>
              {personName(person)} ({cell && placeName(index, cell, board.blocks[block])})
            </option>
          )
        })}
      </select>
    </div>
  )
}
