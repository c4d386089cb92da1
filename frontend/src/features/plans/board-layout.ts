import type {
  BlockRead,
  BoardPerson,
  BoardRead,
  BoardSetting,
  Cell,
  Destination,
  EditRead,
  ViolationRead,
} from '@/api/placements.gen'
import { cellKey } from '@/features/plans/plan-words'
import { formatShortDate } from '@/lib/dates'

/** Where things stand on the board, and what follows from who is where. Pure: no page, no clock. */

const dayMs = 86_400_000

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** The week of the board in which a day falls, from 0; may lie outside the board. */
export function weekOf(board: Pick<BoardRead, 'first_week_of'>, date: string): number {
  return Math.floor((dayNumber(date) - dayNumber(board.first_week_of)) / 7)
}

/** The Mondays of the board's weeks. */
export function mondaysOf({ first_week_of, weeks }: Pick<BoardRead, 'first_week_of' | 'weeks'>): string[] {
  const first = dayNumber(first_week_of)
  return Array.from({ length: weeks }, (_, week) => new Date((first + 7 * week) * dayMs).toISOString().slice(0, 10))
}

export interface Stretch {
  firstWeek: number
  weeks: number
}

/** A block on the board, with its dates in words: every bar of it says them. */
export interface BlockStretch extends Stretch {
  dates: string
}

/** The weeks that each block takes up on the board, one after the other without overlap. */
export function stretchesOf(board: Pick<BoardRead, 'first_week_of' | 'weeks' | 'blocks'>): BlockStretch[] {
  const starts = board.blocks.map(({ starts_on }) => Math.max(0, weekOf(board, starts_on)))
  return board.blocks.map((block, index) => {
    const firstWeek = starts[index] ?? 0
    const next = starts[index + 1] ?? board.weeks
    const end = Math.min(next, weekOf(board, block.ends_on) + 1, board.weeks)
    const dates = `${formatShortDate(block.starts_on)} to ${formatShortDate(block.ends_on)}`
    return { firstWeek, weeks: Math.max(1, end - firstWeek), dates }
  })
}

export function personName({ given_names, family_name }: Pick<BoardPerson, 'given_names' | 'family_name'>): string {
  return `${given_names} ${family_name}`
}

/** Where a cell is, as a key: the setting's id, `home` or `nowhere`. */
export type PlaceKey = string

export function placeKey(cell: Pick<Cell, 'at' | 'setting_id'>): PlaceKey {
  return cell.at === 'setting' ? (cell.setting_id ?? 'nowhere') : cell.at
}

export function destinationOf(key: PlaceKey): Destination {
  return key === 'home' || key === 'nowhere' ? { at: key, setting_id: null } : { at: 'setting', setting_id: key }
}

/** What the pages look up in a board again and again, made once per board. */
export interface BoardIndex {
  settings: ReadonlyMap<string, BoardSetting>
  people: ReadonlyMap<string, BoardPerson>
  /** Broken rules by the cell that they are about. */
  byCell: ReadonlyMap<string, ViolationRead[]>
  /** Broken rules about a person, in whichever block. */
  byPerson: ReadonlyMap<string, ViolationRead[]>
  bySetting: ReadonlyMap<string, ViolationRead[]>
}

export function indexOf({ settings, people, violations }: BoardRead): BoardIndex {
  const byCell = new Map<string, ViolationRead[]>()
  const byPerson = new Map<string, ViolationRead[]>()
  const bySetting = new Map<string, ViolationRead[]>()
  for (const violation of violations) {
    const { enrolment_id, block, setting_id } = violation
    if (enrolment_id !== null) {
      gather(byPerson, enrolment_id, violation)
      if (block !== null) gather(byCell, cellKey({ enrolment_id, block }), violation)
    }
    if (setting_id !== null) gather(bySetting, setting_id, violation)
  }
  return {
    settings: new Map(settings.map((setting) => [setting.id, setting])),
    people: new Map(people.map((person) => [person.enrolment_id, person])),
    byCell,
    byPerson,
    bySetting,
  }
}

function gather(found: Map<string, ViolationRead[]>, key: string, violation: ViolationRead) {
  const list = found.get(key)
  if (list) list.push(violation)
  else found.set(key, [violation])
}

/** What a bar says about where somebody is. */
export function placeName(index: BoardIndex, cell: Pick<Cell, 'at' | 'setting_id'>, block?: BlockRead): string {
  if (cell.at === 'nowhere') return 'No place yet'
  if (cell.at === 'home') return block?.stay === 'home' && block.kind !== 'placement' ? block.name : 'With the employer'
  return index.settings.get(cell.setting_id ?? '')?.name ?? 'A setting that is gone'
}

export type Tone = 'health' | 'social-care' | 'other' | 'home' | 'nowhere'

export function toneOf(index: BoardIndex, cell: Pick<Cell, 'at' | 'setting_id'>): Tone {
  if (cell.at !== 'setting') return cell.at
  const sector = index.settings.get(cell.setting_id ?? '')?.sector
  if (sector === 'health') return 'health'
  return sector === 'social_care' ? 'social-care' : 'other'
}

/** Weeks after each other in which a setting is as full as before. */
export interface LoadStretch extends Stretch {
  /** Of this plan and of other cohorts together. */
  load: number
  others: number
  capacity: number
  over: boolean
}

export function loadStretches({ weekly_capacity, weekly_others, weekly_load }: BoardSetting): LoadStretch[] {
  const stretches: LoadStretch[] = []
  for (const [week, capacity] of weekly_capacity.entries()) {
    const others = weekly_others[week] ?? 0
    const load = (weekly_load[week] ?? 0) + others
    const last = stretches.at(-1)
    if (last && last.load === load && last.capacity === capacity && last.others === others) last.weeks += 1
    else stretches.push({ firstWeek: week, weeks: 1, load, others, capacity, over: load > capacity })
  }
  return stretches
}

export function weeksOver(setting: BoardSetting): number {
  return loadStretches(setting).reduce((weeks, stretch) => weeks + (stretch.over ? stretch.weeks : 0), 0)
}

/** Apprentices of this plan in each setting and week: loads follow from the cells. */
function loadsOf(board: BoardRead, people: readonly BoardPerson[]): Map<string, number[]> {
  const loads = new Map(board.settings.map(({ id }) => [id, Array.from({ length: board.weeks }, () => 0)]))
  const weeks = board.blocks.map(
    ({ starts_on, ends_on }) => [weekOf(board, starts_on), weekOf(board, ends_on)] as const,
  )
  for (const { cells } of people) {
    for (const [block, cell] of cells.entries()) {
      const load = loads.get(cell.setting_id ?? '')
      const [first = 0, last = -1] = weeks[block] ?? []
      if (load)
        for (let week = Math.max(0, first); week <= Math.min(last, board.weeks - 1); week += 1)
          load[week] = (load[week] ?? 0) + 1
    }
  }
  return loads
}

/** The board after an edit, with the loads that follow from it. */
export function withEdit(board: BoardRead, edit: EditRead): BoardRead {
  const changed = new Map(edit.cells.map((cell) => [cellKey(cell), cell.cell]))
  const touched = new Set(edit.cells.map(({ enrolment_id }) => enrolment_id))
  const people = board.people.map((person) =>
    touched.has(person.enrolment_id)
      ? {
          ...person,
          cells: person.cells.map(
            (cell, block) => changed.get(cellKey({ enrolment_id: person.enrolment_id, block })) ?? cell,
          ),
        }
      : person,
  )
  const loads = loadsOf(board, people)
  return {
    ...board,
    people,
    settings: board.settings.map((setting) => ({ ...setting, weekly_load: loads.get(setting.id) ?? [] })),
    violations: edit.violations,
    points: edit.points,
    scenario: edit.scenario,
  }
}
