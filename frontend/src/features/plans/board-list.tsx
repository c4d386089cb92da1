import { useState } from 'react'
import type { BoardPerson, BoardRead, CellRef } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { settingDetail } from '@/features/plans/board-cells'
import { placeTitle } from '@/features/plans/board-grid'
import { BegunIcon, ConflictIcon, PinIcon } from '@/features/plans/board-icons'
import { type BoardIndex, loadStretches, personName, placeName, toneOf } from '@/features/plans/board-layout'
import type { BoardRow } from '@/features/plans/board-rows'
import { cellKey } from '@/features/plans/plan-words'
import { formatShortDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

const pageLength = 25

interface BoardListProps {
  board: BoardRead
  index: BoardIndex
  rows: readonly BoardRow[]
  onOpen: (cell: CellRef) => void
}

/** The board for narrow screens: a card for each person or setting, with the same actions. */
export function BoardList({ board, index, rows, onOpen }: BoardListProps) {
  const [pages, setPages] = useState(1)
  const cards = rows.filter((row) => row.kind !== 'lane')
  const shown = cards.slice(0, pages * pageLength)
  const lanes = rows.filter((row) => row.kind === 'lane')
  return (
    <>
      <ul className="cw-board-list">
        {shown.map((row) => (
          <li key={row.key} className="cw-card">
            <h2 className="cw-board-list__title">
              {row.kind === 'person' ? personName(row.person) : placeTitle(row.place, row.setting?.name)}
            </h2>
            {row.kind === 'person' ? (
              <>
                <p className="cw-rows__detail">{row.person.employer_name}</p>
                <Entries
                  board={board}
                  index={index}
                  people={board.blocks.map(() => row.person)}
                  shows="place"
                  onOpen={onOpen}
                />
              </>
            ) : (
              <>
                <p className="cw-rows__detail">
                  {row.setting
                    ? `${settingDetail(row.setting)}. ${fullest(row.setting)}`
                    : counted(row.people, 'apprentice')}
                </p>
                {lanes
                  .filter(({ place }) => place === row.place)
                  .map((lane) => (
                    <Entries
                      key={lane.key}
                      board={board}
                      index={index}
                      people={lane.cells}
                      shows="person"
                      onOpen={onOpen}
                    />
                  ))}
              </>
            )}
          </li>
        ))}
      </ul>
      {shown.length < cards.length && (
        <Button variant="secondary" small onClick={() => setPages(pages + 1)}>
          Show {Math.min(pageLength, cards.length - shown.length)} more
        </Button>
      )}
    </>
  )
}

function fullest(setting: BoardRead['settings'][number]): string {
  const [most] = loadStretches(setting).toSorted((a, b) => b.load - b.capacity - (a.load - a.capacity))
  return most ? `In its fullest week ${most.load} of ${counted(most.capacity, 'place')} taken` : ''
}

interface EntriesProps {
  board: BoardRead
  index: BoardIndex
  /** Who is meant, for each block. */
  people: readonly (BoardPerson | null)[]
  shows: 'place' | 'person'
  onOpen: (cell: CellRef) => void
}

function Entries({ board, index, people, shows, onOpen }: EntriesProps) {
  return (
    <ol className="cw-board-list__blocks">
      {board.blocks.map((block) => {
        const person = people[block.number]
        const cell = person?.cells[block.number]
        if (!person || !cell) return null
        const ref = { enrolment_id: person.enrolment_id, block: block.number }
        const violations = index.byCell.get(cellKey(ref)) ?? []
        return (
          <li key={block.number}>
            <button
              type="button"
              className={`cw-bar cw-bar--listed cw-bar--${toneOf(index, cell)}${violations.length > 0 ? ' cw-bar--conflict' : ''}`}
              aria-haspopup="dialog"
              onClick={() => onOpen(ref)}
            >
              <span className="cw-bar__text">
                <strong>{shows === 'place' ? placeName(index, cell, block) : personName(person)}</strong>
                <span className="cw-bar__when">
                  {block.name}, {formatShortDate(block.starts_on)} to {formatShortDate(block.ends_on)}
                </span>
              </span>
              <span className="cw-bar__marks">
                {violations.length > 0 && <ConflictIcon />}
                {cell.has_begun && <BegunIcon />}
                {cell.pinned && !cell.has_begun && <PinIcon />}
                <span className="nhsuk-u-visually-hidden">
                  {violations.length > 0 && ', breaks a rule'}
                  {cell.has_begun && ', has begun'}
                  {cell.pinned && !cell.has_begun && ', pinned'}
                </span>
              </span>
            </button>
            {violations.map(({ rule, sentence }) => (
              <p key={`${rule} ${sentence}`} className="cw-board-list__conflict">
                {sentence}
              </p>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
