import { memo } from 'react'
import type { BlockRead, BoardPerson, BoardSetting, Cell, ViolationRead } from '@/api/placements.gen'
import { BegunIcon, ConflictIcon, PinIcon } from '@/features/plans/board-icons'
import {
  type BlockStretch,
  type BoardIndex,
  loadStretches,
  type LoadStretch,
  personName,
  placeKey,
  placeName,
  toneOf,
  weeksOver,
} from '@/features/plans/board-layout'
import { cellKey } from '@/features/plans/plan-words'
import { counted } from '@/lib/numbers'

/** So few weeks leave room for a sign, but not for words. */
export const narrowWeeks = 2

/** One block of one person: a single element, as there are thousands of them. */

interface BarProps {
  person: BoardPerson
  block: BlockRead
  cell: Cell
  stretch: BlockStretch
  index: BoardIndex
  /** What stands on the bar: where somebody is, or who is there. */
  shows: 'place' | 'person'
  tabbable: boolean
  movable: boolean
  /** Where the bar would go while it is carried by the keys. */
  carriedTo: string | undefined
}

export const Bar = memo(function Bar({
  person,
  block,
  cell,
  stretch,
  index,
  shows,
  tabbable,
  movable,
  carriedTo,
}: BarProps) {
  const violations = index.byCell.get(cellKey({ enrolment_id: person.enrolment_id, block: block.number })) ?? []
  const place = placeName(index, cell, block)
  const text = shows === 'place' ? place : personName(person)
  const narrow = stretch.weeks <= narrowWeeks
  const classes = [
    'cw-bar cw-board__cell',
    `cw-bar--${toneOf(index, cell)}`,
    violations.length > 0 && 'cw-bar--conflict',
    carriedTo && 'cw-bar--carried',
    narrow && 'cw-bar--narrow',
  ]
  return (
    <button
      type="button"
      role="gridcell"
      aria-colindex={stretch.firstWeek + 2}
      aria-colspan={stretch.weeks}
      className={classes.filter(Boolean).join(' ')}
      style={{ gridColumn: `${stretch.firstWeek + 2} / span ${stretch.weeks}` }}
      tabIndex={tabbable ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={barLabel(person, block, cell, place, stretch.dates, violations)}
      data-enrolment={person.enrolment_id}
      data-block={block.number}
      data-place={placeKey(cell)}
      data-movable={movable || undefined}
    >
      {violations.length > 0 && <ConflictIcon />}
      {cell.has_begun && <BegunIcon />}
      {cell.pinned && !cell.has_begun && <PinIcon />}
      {!narrow && (carriedTo ? `→ ${carriedTo}` : text)}
    </button>
  )
})

function barLabel(
  person: BoardPerson,
  block: BlockRead,
  cell: Cell,
  place: string,
  dates: string,
  violations: readonly ViolationRead[],
): string {
  const facts = [
    `${personName(person)}, ${block.name}: ${place}`,
    dates,
    cell.travel_minutes !== null && `${counted(cell.travel_minutes, 'minute')} of travel`,
    cell.has_begun ? 'has begun' : cell.pinned && 'pinned',
  ].filter((words) => words !== false)
  const conflicts = violations.map(({ sentence }) => `Conflict: ${sentence}`)
  return [facts.join(', '), ...conflicts].join('. ')
}

/** How full a setting is, week by week: a figure, a bar, and a word and a sign where it is too full. */
export function Loads({ setting }: { setting: BoardSetting }) {
  return loadStretches(setting).map((stretch) => (
    <div
      key={stretch.firstWeek}
      role="gridcell"
      className={`cw-load${stretch.weeks <= narrowWeeks ? ' cw-load--narrow' : ''}${stretch.over ? ' cw-load--over' : ''}${stretch.capacity === 0 && !stretch.over ? ' cw-load--closed' : ''}`}
      aria-colindex={stretch.firstWeek + 2}
      aria-colspan={stretch.weeks}
      style={{
        gridColumn: `${stretch.firstWeek + 2} / span ${stretch.weeks}`,
        '--filled': stretch.capacity === 0 ? 1 : Math.min(1, stretch.load / stretch.capacity),
      }}
    >
      <Load stretch={stretch} />
    </div>
  ))
}

function Load({ stretch: { load, others, capacity, over, weeks } }: { stretch: LoadStretch }) {
  if (capacity === 0 && load === 0) {
    return <span className="cw-load__figure">{weeks > 2 ? 'Closed' : <abbr title="Closed">–</abbr>}</span>
  }
  return (
    <>
      <span className="cw-load__figure" aria-hidden="true">
        {over && <ConflictIcon />}
        {load}/{capacity}
        {over && weeks > 6 && ' too many'}
      </span>
      <span className="nhsuk-u-visually-hidden">
        {load} of {counted(capacity, 'place')} taken{others > 0 ? `, ${others} by other cohorts` : ''}
        {over ? ': too many' : ''}
      </span>
    </>
  )
}

/** What the name of a setting says of it on the board. */
export function settingDetail(setting: BoardSetting): string {
  const over = weeksOver(setting)
  return over > 0 ? `Too full in ${counted(over, 'week')}` : setting.organisation_name
}
