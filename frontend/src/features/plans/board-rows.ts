import type { BoardPerson, BoardRead, BoardSetting } from '@/api/placements.gen'
import { type BoardIndex, personName, type PlaceKey, placeKey, toneOf, weeksOver } from '@/features/plans/board-layout'

/** The rows of the board in each of its two views, after the filters. */

export type BoardView = 'people' | 'settings'

export interface BoardFilter {
  q?: string | undefined
  employer?: string | undefined
  setting?: string | undefined
  sector?: 'health' | 'social_care' | 'other' | undefined
  conflicts?: boolean | undefined
}

interface PersonRow {
  kind: 'person'
  key: string
  person: BoardPerson
}

/** A place with how full it is; its lanes follow. `setting` is null at home and for those without a place. */
interface PlaceRow {
  kind: 'place'
  key: string
  place: PlaceKey
  setting: BoardSetting | null
  people: number
}

/** One line of people in a place: at most one in each block. */
interface LaneRow {
  kind: 'lane'
  key: string
  place: PlaceKey
  lane: number
  cells: readonly (BoardPerson | null)[]
}

export type BoardRow = PersonRow | PlaceRow | LaneRow

export function isFiltered({ q, employer, setting, sector, conflicts }: BoardFilter): boolean {
  return Boolean(q ?? employer ?? setting ?? sector ?? conflicts)
}

export function rowsOf(board: BoardRead, index: BoardIndex, view: BoardView, filter: BoardFilter): BoardRow[] {
  return view === 'people' ? personRows(board, index, filter) : placeRows(board, index, filter)
}

function isNamed(person: BoardPerson, { q, employer }: BoardFilter): boolean {
  if (employer && person.employer_organisation_id !== employer) return false
  return !q || personName(person).toLowerCase().includes(q.trim().toLowerCase())
}

const sectorTones = { health: 'health', social_care: 'social-care', other: 'other' } as const

function personRows(board: BoardRead, index: BoardIndex, filter: BoardFilter): PersonRow[] {
  const { setting, sector, conflicts } = filter
  return board.people
    .filter(
      (person) =>
        isNamed(person, filter) &&
        (!conflicts || index.byPerson.has(person.enrolment_id) || person.cells.some(({ at }) => at === 'nowhere')) &&
        (!setting || person.cells.some((cell) => cell.setting_id === setting)) &&
        (!sector || person.cells.some((cell) => toneOf(index, cell) === sectorTones[sector])),
    )
    .map((person) => ({ kind: 'person', key: person.enrolment_id, person }))
}

/** Those without a place come first: they are what is left to do. */
function placeRows(board: BoardRead, index: BoardIndex, filter: BoardFilter): (PlaceRow | LaneRow)[] {
  const lanes = lanesByPlace(board, filter)
  const rows: (PlaceRow | LaneRow)[] = []
  function add(place: PlaceKey, setting: BoardSetting | null) {
    const cells = lanes.get(place) ?? []
    rows.push({ kind: 'place', key: place, place, setting, people: countPeople(cells) })
    for (const [lane, people] of cells.entries())
      rows.push({ kind: 'lane', key: `${place} ${lane}`, place, lane, cells: people })
  }
  if (!filter.setting && !filter.sector && lanes.has('nowhere')) add('nowhere', null)
  for (const setting of board.settings) if (isWanted(setting, index, filter, lanes)) add(setting.id, setting)
  if (!filter.setting && !filter.sector && !filter.conflicts && lanes.has('home')) add('home', null)
  return rows
}

function isWanted(
  setting: BoardSetting,
  index: BoardIndex,
  { q, employer, setting: wanted, sector, conflicts }: BoardFilter,
  lanes: ReadonlyMap<PlaceKey, unknown>,
): boolean {
  if (wanted && setting.id !== wanted) return false
  if (sector && setting.sector !== sector) return false
  if (conflicts && !index.bySetting.has(setting.id) && weeksOver(setting) === 0) return false
  return !(q || employer) || lanes.has(setting.id)
}

/** People of each place, packed into as few lines as there are people in its fullest block. */
function lanesByPlace(board: BoardRead, filter: BoardFilter): Map<PlaceKey, (BoardPerson | null)[][]> {
  const lanes = new Map<PlaceKey, (BoardPerson | null)[][]>()
  const filled = new Map<string, number>()
  for (const person of board.people) {
    if (!isNamed(person, filter)) continue
    for (const [block, cell] of person.cells.entries()) {
      const place = placeKey(cell)
      const slot = `${place} ${block}`
      const lane = filled.get(slot) ?? 0
      filled.set(slot, lane + 1)
      const lines = lanes.get(place) ?? []
      lanes.set(place, lines)
      const line = (lines[lane] ??= board.blocks.map(() => null))
      line[block] = person
    }
  }
  return lanes
}

function countPeople(lines: readonly (readonly (BoardPerson | null)[])[]): number {
  return new Set(lines.flat().filter((person) => person !== null)).size
}

/** Where the keys lead: a row and a block of the board. */
export interface Spot {
  row: number
  block: number
}

function holds(row: BoardRow | undefined, block: number): boolean {
  if (row?.kind === 'person') return true
  return row?.kind === 'lane' && row.cells[block] != null
}

/** The nearest spot with a bar in a direction, or the same one at the edge. */
export function nextSpot(
  rows: readonly BoardRow[],
  { row, block }: Spot,
  key: string,
  blocks: number,
): Spot | undefined {
  const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }[key]
  if (step !== undefined) return nextRow(rows, { row, block }, step)
  const along = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (along !== undefined) return nextBlock(rows, row, block + along, along, blocks)
  if (key === 'Home') return nextBlock(rows, row, 0, 1, blocks)
  if (key === 'End') return nextBlock(rows, row, blocks - 1, -1, blocks)
  return undefined
}

function nextRow(rows: readonly BoardRow[], from: Spot, step: number): Spot | undefined {
  const direction = Math.sign(step)
  let row = Math.min(Math.max(from.row + step, 0), rows.length - 1)
  while (row >= 0 && row < rows.length) {
    const found = rows[row]
    const block = nearestBlocks(found, from.block).find((candidate) => holds(found, candidate))
    if (block !== undefined && row !== from.row) return { row, block }
    row += direction
  }
  return undefined
}

function nearestBlocks(row: BoardRow | undefined, block: number): number[] {
  if (row?.kind !== 'lane') return [block]
  return row.cells.map((_, other) => other).toSorted((a, b) => Math.abs(a - block) - Math.abs(b - block))
}

function nextBlock(
  rows: readonly BoardRow[],
  row: number,
  first: number,
  step: number,
  blocks: number,
): Spot | undefined {
  for (let block = first; block >= 0 && block < blocks; block += step)
    if (holds(rows[row], block)) return { row, block }
  return undefined
}

/** The first spot of the board that has a bar. */
export function firstSpot(rows: readonly BoardRow[], blocks: number): Spot | undefined {
  for (const [row] of rows.entries()) {
    const found = nextBlock(rows, row, 0, 1, blocks)
    if (found) return found
  }
  return undefined
}

/** Who is in a spot. */
export function personAt(rows: readonly BoardRow[], { row, block }: Spot): BoardPerson | undefined {
  const found = rows[row]
  if (found?.kind === 'person') return found.person
  return found?.kind === 'lane' ? (found.cells[block] ?? undefined) : undefined
}

/** Where somebody's block stands in the rows, after things moved. */
export function spotOf(rows: readonly BoardRow[], enrolmentId: string, block: number): Spot | undefined {
  const row = rows.findIndex((candidate) =>
    candidate.kind === 'person'
      ? candidate.person.enrolment_id === enrolmentId
      : candidate.kind === 'lane' && candidate.cells[block]?.enrolment_id === enrolmentId,
  )
  return row < 0 ? undefined : { row, block }
}
