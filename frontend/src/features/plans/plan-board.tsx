import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BlockRead, BoardPerson, BoardRead, CellRef } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { BoardFilters } from '@/features/plans/board-filters'
import { BoardGrid, type BoardHandle } from '@/features/plans/board-grid'
import { indexOf, personName } from '@/features/plans/board-layout'
import { BoardLegend } from '@/features/plans/board-legend'
import { BoardList } from '@/features/plans/board-list'
import { type BoardFilter, type BoardView, isFiltered, rowsOf } from '@/features/plans/board-rows'
import { DropTray } from '@/features/plans/drop-tray'
import { Interrupted } from '@/features/plans/interrupted'
import { MoveDialog, movesFor, type Wish, wordsFor } from '@/features/plans/move-dialog'
import { isBusy, isKept } from '@/features/plans/plan-words'
import { UndoButton } from '@/features/plans/undo-button'
import type { DropTarget } from '@/features/plans/use-board-drag'
import { useCarry } from '@/features/plans/use-carry'
import { useNarrow } from '@/features/plans/use-narrow'
import type { PlanEdits } from '@/features/plans/use-plan-edits'
import { checkMoves } from '@/features/plans/verdict'
import { announce } from '@/lib/announcer'
import { counted } from '@/lib/numbers'

interface BoardSearch extends BoardFilter {
  view?: BoardView | undefined
}

interface PlanBoardProps {
  board: BoardRead
  edits: PlanEdits
  search: BoardSearch
  onSearch: (part: BoardSearch) => void
}

/** The plan as a board: people or settings by weeks, or a list on narrow screens, with all that can be done by hand. */
export function PlanBoard({ board, edits, search, onSearch }: PlanBoardProps) {
  const { view = 'people', ...filter } = search
  const scenarioId = board.scenario.id
  const client = useQueryClient()
  const narrow = useNarrow()
  const grid = useRef<BoardHandle>(null)
  const [opened, setOpened] = useState<{ cell: CellRef; wish?: Wish | undefined }>()
  const [dragged, setDragged] = useState<CellRef>()
  const index = useMemo(() => indexOf(board), [board])
  const { q, employer, setting, sector, conflicts } = filter
  const rows = useMemo(
    () => rowsOf(board, index, view, { q, employer, setting, sector, conflicts }),
    [board, index, view, q, employer, setting, sector, conflicts],
  )
  const editable = !isBusy(board.scenario) && !isKept(board.scenario)
  const mayMove = useCallback(
    (person: BoardPerson, block: BlockRead) =>
      editable && block.stay !== 'home' && person.cells[block.number]?.has_begun === false,
    [editable],
  )

  /** Makes a move that breaks nothing at once; any other is shown with what it would break. */
  async function propose(cell: CellRef, wish: Wish) {
    const person = index.people.get(cell.enrolment_id)
    const block = board.blocks[cell.block]
    const now = person?.cells[cell.block]
    const moves = now && movesFor(wish, cell, now, index)
    if (!person || !block || !moves) return
    const words = wordsFor(wish, person, block, index)
    announce(`${words.what}…`)
    const allowed = await checkMoves(scenarioId, moves).then(
      (verdict) => verdict.allowed,
      () => true,
    )
    if (!allowed) setOpened({ cell, wish })
    else if (await edits.move(moves, words)) grid.current?.focusCell(cell)
  }

  const carry = useCarry(scenarioId, index, { onDrop: (cell, place) => void propose(cell, { kind: 'place', place }) })

  function pin(cell: CellRef) {
    const person = index.people.get(cell.enrolment_id)
    const pinned = person?.cells[cell.block]?.pinned
    if (person && pinned !== undefined) void edits.pin([cell], !pinned, personName(person))
  }

  function drop(cell: CellRef, target: DropTarget | undefined) {
    setDragged(undefined)
    if (!target) announce('It is back where it was.')
    else if (target.kind === 'place') void propose(cell, { kind: 'place', place: target.place })
    else void propose(cell, { kind: 'swap', enrolmentId: target.enrolmentId })
  }

  function close() {
    const cell = opened?.cell
    setOpened(undefined)
    edits.dismiss()
    void client.invalidateQueries({ queryKey: ['check moves', scenarioId] })
    // Once the dialog is gone, the keys go on where they were.
    if (cell) setTimeout(() => grid.current?.focusCell(cell))
  }

  const shown = view === 'people' ? counted(rows.length, 'apprentice') : counted(settingsIn(rows), 'setting')
  return (
    <div className="cw-board">
      {!opened && <Interrupted edits={edits} />}
      <BoardFilters board={board} view={view} filter={filter} onSearch={onSearch} />
      <div className="cw-board__bar">
        <p className="cw-board__count" role="status">
          {shown}
          {isFiltered(filter) && ' with these filters'}
        </p>
        <UndoButton scenario={board.scenario} edits={edits} />
        <BoardLegend board={board} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nobody fits these filters">
          <p>
            <Button
              variant="secondary"
              small
              onClick={() =>
                onSearch({
                  q: undefined,
                  employer: undefined,
                  setting: undefined,
                  sector: undefined,
                  conflicts: undefined,
                })
              }
            >
              Show everybody
            </Button>
          </p>
        </EmptyState>
      ) : narrow ? (
        <BoardList board={board} index={index} rows={rows} onOpen={(cell) => setOpened({ cell })} />
      ) : (
        <>
          <p className="cw-board__keys" id="board-keys">
            Press Enter on a bar or click it for all that can be done. Arrow keys travel
            {editable && '; M picks a bar up and the arrows choose its place; P pins it'}.
          </p>
          <BoardGrid
            ref={grid}
            label={view === 'people' ? 'People by weeks' : 'Settings by weeks'}
            board={board}
            index={index}
            rows={rows}
            view={view}
            mayMove={mayMove}
            carry={carry}
            onOpen={(cell) => setOpened({ cell })}
            onPin={pin}
            onDragStart={setDragged}
            onDragEnd={drop}
          />
          {dragged && view === 'people' && <DropTray scenarioId={scenarioId} cell={dragged} index={index} />}
        </>
      )}
      {opened && (
        <MoveDialog
          cell={opened.cell}
          wish={opened.wish}
          board={board}
          index={index}
          edits={edits}
          editable={editable}
          onClose={close}
        />
      )}
    </div>
  )
}

function settingsIn(rows: ReturnType<typeof rowsOf>): number {
  return rows.filter((row) => row.kind === 'place' && row.setting !== null).length
}
