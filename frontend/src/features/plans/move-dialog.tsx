import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { BlockRead, BoardPerson, BoardRead, Cell, CellRef, Move } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { Loaded } from '@/components/ui/query/loaded'
import {
  type BoardIndex,
  destinationOf,
  personName,
  type PlaceKey,
  placeKey,
  placeName,
} from '@/features/plans/board-layout'
import { BrokenRules } from '@/features/plans/broken-rules'
import { Interrupted } from '@/features/plans/interrupted'
import { PlaceChoice } from '@/features/plans/place-choice'
import { cellKey, travelInWords } from '@/features/plans/plan-words'
import { SwapChoice } from '@/features/plans/swap-choice'
import { optionsQuery } from '@/features/plans/use-carry'
import type { PlanEdits } from '@/features/plans/use-plan-edits'
import { Verdict } from '@/features/plans/verdict'
import { formatDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** What a person wants to do with a block of somebody: another place, or the place of somebody else. */
export type Wish = { kind: 'place'; place: PlaceKey } | { kind: 'swap'; enrolmentId: string }

interface MoveDialogProps {
  cell: CellRef
  wish: Wish | undefined
  board: BoardRead
  index: BoardIndex
  edits: PlanEdits
  editable: boolean
  onClose: () => void
}

/** All that can be done with one block of one person, with what it would break and cost before it is done. */
export function MoveDialog({ cell: ref, wish: given, board, index, edits, editable, onClose }: MoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [wish, setWish] = useState(given)
  const [mode, setMode] = useState<Wish['kind']>(given?.kind ?? 'place')
  useEffect(() => dialog.current?.showModal(), [])

  const person = index.people.get(ref.enrolment_id)
  const block = board.blocks[ref.block]
  const cell = person?.cells[ref.block]
  if (!person || !block || !cell) return null
  const violations = index.byCell.get(cellKey(ref)) ?? []
  const movable = editable && !cell.has_begun && block.stay !== 'home'
  const close = () => dialog.current?.close()
  const moves = wish && movesFor(wish, ref, cell, index)
  const travel = travelInWords(board.travel_sources)

  async function make(accept: boolean) {
    if (!wish || !moves || !person || !block) return
    if (await edits.move(moves, wordsFor(wish, person, block, index), accept)) close()
  }

  return (
    <dialog ref={dialog} className="cw-dialog cw-dialog--wide" aria-labelledby={title} onClose={onClose}>
      <h2 className="cw-dialog__title" id={title}>
        {personName(person)}: {block.name}
      </h2>
      <p className="cw-dialog__facts">
        {formatDate(block.starts_on)} to {formatDate(block.ends_on)}, now:{' '}
        <strong>{placeName(index, cell, block)}</strong>
        {cell.travel_minutes !== null && `, ${counted(cell.travel_minutes, 'minute')} of travel`}
      </p>
      {travel && <p className="cw-dialog__facts cw-muted">{travel}</p>}
      <Interrupted edits={edits} />
      {violations.length > 0 && (
        <>
          <h3 className="cw-dialog__subtitle">What it breaks now</h3>
          <BrokenRules
            violations={violations}
            onApply={editable ? (remedy) => void edits.apply(remedy).then((done) => done && close()) : undefined}
          />
        </>
      )}
      {movable ? (
        <>
          <div className="cw-switch" role="group" aria-label="What to do">
            <SwitchButton pressed={mode === 'place'} onPress={() => choose('place')}>
              Move
            </SwitchButton>
            <SwitchButton pressed={mode === 'swap'} onPress={() => choose('swap')}>
              Swap with somebody
            </SwitchButton>
          </div>
          {mode === 'place' ? (
            <Options
              scenarioId={board.scenario.id}
              cell={ref}
              index={index}
              now={placeKey(cell)}
              chosen={wish?.kind === 'place' ? wish.place : undefined}
              onChoose={(place) => setWish({ kind: 'place', place })}
            />
          ) : (
            <SwapChoice
              board={board}
              index={index}
              cell={ref}
              chosen={wish?.kind === 'swap' ? wish.enrolmentId : ''}
              onChoose={(enrolmentId) => setWish(enrolmentId ? { kind: 'swap', enrolmentId } : undefined)}
            />
          )}
          {moves && (
            <Verdict
              scenarioId={board.scenario.id}
              version={board.scenario.version}
              moves={moves}
              blocks={board.blocks}
              busy={edits.busy}
              onMake={(accept) => void make(accept)}
              onApply={(remedy) => void edits.apply(remedy)}
            />
          )}
        </>
      ) : (
        <p>{whyNot(cell, block, editable)}</p>
      )}
      <div className="cw-dialog__actions">
        {movable && (
          <Button
            variant="secondary"
            aria-disabled={edits.busy}
            onClick={() => void edits.pin([ref], !cell.pinned, personName(person)).then((done) => done && close())}
          >
            {cell.pinned ? 'Unpin' : 'Pin here'}
          </Button>
        )}
        <Button variant="secondary" onClick={close}>
          Close
        </Button>
      </div>
    </dialog>
  )

  function choose(next: Wish['kind']) {
    setMode(next)
    setWish(undefined)
  }
}

function SwitchButton({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: string }) {
  return (
    <button type="button" className="cw-switch__button" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}

function whyNot(cell: Cell, block: BlockRead, editable: boolean): string {
  if (block.stay === 'home') return 'Everybody spends this block with their employer or at the training provider.'
  if (cell.has_begun) return 'This block has begun, so it stays as it is.'
  return editable ? '' : 'This plan is kept as it was agreed. Make a copy of it to try changes.'
}

/** The moves that a wish comes to. */
export function movesFor(
  wish: Wish,
  { enrolment_id, block }: CellRef,
  cell: Cell,
  index: BoardIndex,
): Move[] | undefined {
  if (wish.kind === 'place') return [{ enrolment_id, block, to: destinationOf(wish.place) }]
  const other = index.people.get(wish.enrolmentId)?.cells[block]
  if (!other) return undefined
  return [
    { enrolment_id, block, to: destinationOf(placeKey(other)) },
    { enrolment_id: wish.enrolmentId, block, to: destinationOf(placeKey(cell)) },
  ]
}

/** How a wish and its success are told. */
export function wordsFor(wish: Wish, person: BoardPerson, block: BlockRead, index: BoardIndex) {
  const who = personName(person)
  if (wish.kind === 'place') {
    const place = placeName(index, destinationCell(wish.place), block)
    return { what: `Moving ${who} to ${place}`, done: `${who} moved to ${place} for ${block.name}` }
  }
  const other = index.people.get(wish.enrolmentId)
  const otherName = other ? personName(other) : 'somebody'
  return { what: `Swapping ${who} and ${otherName}`, done: `${who} and ${otherName} swapped places for ${block.name}` }
}

function destinationCell(place: PlaceKey): Pick<Cell, 'at' | 'setting_id'> {
  const { at, setting_id = null } = destinationOf(place)
  return { at, setting_id }
}

interface OptionsProps {
  scenarioId: string
  cell: CellRef
  index: BoardIndex
  now: PlaceKey
  chosen: PlaceKey | undefined
  onChoose: (place: PlaceKey) => void
}

function Options({ scenarioId, cell, ...choice }: OptionsProps) {
  const query = useQuery({ ...optionsQuery(scenarioId, cell), staleTime: 0 })
  return <Loaded query={query}>{({ items }) => <PlaceChoice options={items} {...choice} />}</Loaded>
}
