import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { BlockRead, BoardPerson, BoardRead, CellRef } from '@/api/placements.gen'
import { Bar, Loads, settingDetail } from '@/features/plans/board-cells'
import { BoardHead } from '@/features/plans/board-head'
import {
  type BlockStretch,
  type BoardIndex,
  mondaysOf,
  personName,
  type PlaceKey,
  stretchesOf,
  weekOf,
} from '@/features/plans/board-layout'
import {
  type BoardRow,
  type BoardView,
  firstSpot,
  nextSpot,
  personAt,
  type Spot,
  spotOf,
} from '@/features/plans/board-rows'
import { type DropTarget, useBoardDrag } from '@/features/plans/use-board-drag'
import type { useCarry } from '@/features/plans/use-carry'
import { today } from '@/lib/dates'
import { counted } from '@/lib/numbers'

declare module 'react' {
  interface CSSProperties {
    '--weeks'?: number
    '--today'?: number
    '--filled'?: number
  }
}

const headPx = 92
const rowPx = { person: 46, place: 54, lane: 36 } as const
const nameColumnPx = 216
const headRows = 3

export interface BoardHandle {
  focusCell: (cell: CellRef) => void
}

interface BoardGridProps {
  ref: Ref<BoardHandle>
  label: string
  board: BoardRead
  index: BoardIndex
  rows: readonly BoardRow[]
  view: BoardView
  mayMove: (person: BoardPerson, block: BlockRead) => boolean
  carry: ReturnType<typeof useCarry>
  onOpen: (cell: CellRef) => void
  onPin: (cell: CellRef) => void
  onDragStart: (cell: CellRef) => void
  onDragEnd: (cell: CellRef, target: DropTarget | undefined) => void
}

/** People or settings down, weeks across. Only the rows in sight are in the document, and the one with the focus. */
export function BoardGrid(props: BoardGridProps) {
  const { ref, label, board, index, rows, view, mayMove, carry, onOpen, onPin, onDragStart, onDragEnd } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<CellRef>()
  const { first_week_of, weeks } = board
  const blocks = board.blocks.length
  const spot = useMemo(
    () => (active && spotOf(rows, active.enrolment_id, active.block)) ?? firstSpot(rows, blocks),
    [rows, active, blocks],
  )
  const mondays = useMemo(() => mondaysOf({ first_week_of, weeks }), [first_week_of, weeks])
  const stretches = useMemo(
    () => stretchesOf({ first_week_of, weeks, blocks: board.blocks }),
    [first_week_of, weeks, board.blocks],
  )
  const activeRow = spot?.row ?? 0
  const currentWeek = useMemo(() => weekOf({ first_week_of }, today()), [first_week_of])

  // No compiler memoises here, which is what the rule is about.
  // oxlint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (row) => rows[row]?.key ?? row,
    estimateSize: (row) => rowPx[rows[row]?.kind ?? 'person'],
    overscan: 4,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    useFlushSync: false,
    // The row with the focus stays in the document: without it, scrolling would take the only way in by Tab.
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = defaultRangeExtractor(range)
        if (inSight.includes(activeRow) || activeRow >= range.count) return inSight
        return [...inSight, activeRow].toSorted((a, b) => a - b)
      },
      [activeRow],
    ),
  })

  function focusCell(cell: CellRef) {
    const target = spotOf(rows, cell.enrolment_id, cell.block)
    // At once, so that the next key already finds the bar.
    flushSync(() => setActive(cell))
    const bar = scroller.current && barOf(scroller.current, cell)
    bar?.focus({ preventScroll: true })
    if (target) virtualizer.scrollToIndex(target.row)
    if (bar && scroller.current) scrollAcross(scroller.current, bar)
  }
  useImperativeHandle(ref, () => ({ focusCell }))
  useBoardDrag(scroller, { onStart: onDragStart, onEnd: onDragEnd })

  function go(to: Spot) {
    const person = personAt(rows, to)
    if (person) focusCell({ enrolment_id: person.enrolment_id, block: to.block })
  }

  function handleKey(event: KeyboardEvent) {
    const cell = cellOf(event.target)
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    if (carry.cell) {
      handleCarryKey(event)
      return
    }
    const here = spotOf(rows, cell.enrolment_id, cell.block)
    const person = index.people.get(cell.enrolment_id)
    const block = board.blocks[cell.block]
    if (!here || !person || !block) return
    const to = nextSpot(rows, here, event.key, blocks)
    if (to) {
      // Whoever goes on before the places are there wants the bar no more.
      carry.cancel()
      go(to)
    } else if (event.key.toLowerCase() === 'm' && mayMove(person, block)) void carry.pickUp(cell, personName(person))
    else if (event.key.toLowerCase() === 'p' && mayMove(person, block)) onPin(cell)
    else if (!isTravel(event.key)) return
    event.preventDefault()
  }

  function handleCarryKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') carry.turn(1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') carry.turn(-1)
    else if (event.key === 'Enter') carry.drop()
    else if (event.key === 'Escape') carry.cancel()
    else if (event.key === 'Tab') {
      carry.cancel()
      return
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="cw-board__scroller"
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + headRows}
      aria-colcount={board.weeks + 1}
      onKeyDown={handleKey}
      onFocus={(event) => {
        const cell = cellOf(event.target)
        if (cell && (cell.enrolment_id !== active?.enrolment_id || cell.block !== active.block)) setActive(cell)
      }}
      onClick={(event) => {
        const cell = cellOf(event.target)
        if (cell) onOpen(cell)
      }}
      data-drop-people={view === 'people' || undefined}
      data-today={(currentWeek >= 0 && currentWeek < weeks) || undefined}
      style={{ '--weeks': weeks, '--today': currentWeek }}
    >
      <div className="cw-board__inner" role="presentation">
        <BoardHead
          corner={view === 'people' ? 'Apprentice' : 'Setting'}
          mondays={mondays}
          blocks={board.blocks}
          stretches={stretches}
          currentWeek={currentWeek}
        />
        <div className="cw-board__rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return (
              row && (
                <Row
                  key={item.key}
                  row={row}
                  number={item.index}
                  top={item.start - headPx}
                  board={board}
                  index={index}
                  stretches={stretches}
                  activeBlock={item.index === spot?.row ? spot.block : undefined}
                  mayMove={mayMove}
                  carried={carry.cell}
                  carriedTo={carry.to}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

function barOf(scroller: HTMLElement, { enrolment_id, block }: CellRef): HTMLElement | null {
  return scroller.querySelector(`.cw-bar[data-enrolment="${enrolment_id}"][data-block="${block}"]`)
}

function cellOf(target: EventTarget): CellRef | undefined {
  const bar = target instanceof Element ? target.closest<HTMLElement>('.cw-bar') : null
  if (!bar) return undefined
  return { enrolment_id: bar.dataset['enrolment'] ?? '', block: Number(bar.dataset['block']) }
}

function isTravel(key: string): boolean {
  return key.startsWith('Arrow') || key === 'Home' || key === 'End' || key.startsWith('Page')
}

/** Brings a bar in sight beside the names, which stay where they are. */
function scrollAcross(scroller: HTMLElement, bar: HTMLElement) {
  const view = scroller.getBoundingClientRect()
  const box = bar.getBoundingClientRect()
  const left = view.left + nameColumnPx
  if (box.left < left) scroller.scrollLeft += box.left - left - 8
  else if (box.right > view.right) scroller.scrollLeft += Math.min(box.right - view.right + 8, box.left - left - 8)
}

interface RowProps {
  row: BoardRow
  number: number
  top: number
  board: BoardRead
  index: BoardIndex
  stretches: readonly BlockStretch[]
  activeBlock: number | undefined
  mayMove: (person: BoardPerson, block: BlockRead) => boolean
  carried: CellRef | undefined
  carriedTo: string | undefined
}

const Row = memo(function Row(props: RowProps) {
  const { row, number, top, board, index, stretches, activeBlock, mayMove, carried, carriedTo } = props
  const line = {
    role: 'row',
    'aria-rowindex': number + headRows + 1,
    style: { height: rowPx[row.kind], transform: `translateY(${top}px)` },
  }
  const bar = (person: BoardPerson, block: BlockRead) => {
    const cell = person.cells[block.number]
    const stretch = stretches[block.number]
    return (
      cell &&
      stretch && (
        <Bar
          key={block.number}
          person={person}
          block={block}
          cell={cell}
          stretch={stretch}
          index={index}
          shows={row.kind === 'person' ? 'place' : 'person'}
          tabbable={activeBlock === block.number}
          movable={mayMove(person, block)}
          carriedTo={
            carried?.enrolment_id === person.enrolment_id && carried.block === block.number ? carriedTo : undefined
          }
        />
      )
    )
  }

  switch (row.kind) {
    case 'person':
      return (
        <div {...line} className="cw-board__line cw-board__row">
          <div role="rowheader" aria-colindex={1} className="cw-board__name">
            {personName(row.person)}
            <span className="cw-board__detail">{row.person.employer_name}</span>
          </div>
          {board.blocks.map((block) => bar(row.person, block))}
        </div>
      )
    case 'place':
      return (
        <div {...line} className="cw-board__line cw-board__row cw-board__row--place" data-drop-place={row.place}>
          <div role="rowheader" aria-colindex={1} className="cw-board__name">
            {placeTitle(row.place, row.setting?.name)}
            <span className="cw-board__detail">
              {row.setting ? settingDetail(row.setting) : counted(row.people, 'apprentice')}
            </span>
          </div>
          {row.setting && <Loads setting={row.setting} />}
        </div>
      )
    case 'lane':
      return (
        <div {...line} className="cw-board__line cw-board__row cw-board__row--lane" data-drop-place={row.place}>
          <div role="rowheader" aria-colindex={1} className="cw-board__name">
            <span className="nhsuk-u-visually-hidden">
              {placeTitle(row.place, index.settings.get(row.place)?.name)}, line {row.lane + 1}
            </span>
          </div>
          {board.blocks.map((block) => {
            const person = row.cells[block.number]
            return person && bar(person, block)
          })}
        </div>
      )
  }
})

export function placeTitle(place: PlaceKey, settingName: string | undefined): string {
  if (place === 'nowhere') return 'Without a place'
  return place === 'home' ? 'With the employer' : (settingName ?? 'A setting that is gone')
}
