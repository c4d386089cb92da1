import type { BlockRead, BoardPerson, BoardRead, BoardSetting, ViolationRead } from '../src/api/placements.gen.ts'

/** A year of a thousand invented people in two hundred settings of five places, with all that bars can show. */

const weeks = 52
const placesEach = 5
const firstDay = Date.parse('2026-03-02')
const dayMs = 86_400_000
const names = ['Joss', 'Imogen', 'Tariq', 'Elin', 'Owen', 'Saffron', 'Dewi', 'Nadia', 'Callum', 'Bronwen', 'Marek']
const families = ['Holloway', 'Catchpole', 'Mbeki', 'Prosser', 'Tremlett', 'Okafor', 'Langridge']
const kinds = ['Stroke ward', 'Day centre', 'Care home', 'Community nursing team', 'Housing support'] as const
const sectors = ['health', 'social_care', 'social_care', 'health', 'other'] as const

function uuid(kind: number, number: number): string {
  return `018f0000-${String(kind).padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`
}

function day(week: number, weekday = 0): string {
  return new Date(firstDay + (week * 7 + weekday) * dayMs).toISOString().slice(0, 10)
}

function block(number: number, name: string, week: number, length: number, begun: boolean): BlockRead {
  return {
    number,
    name,
    kind: number === 0 ? 'induction' : 'placement',
    stay: number === 0 ? 'home' : 'hosted',
    starts_on: day(week),
    ends_on: day(week + length - 1, 6),
    weeks: length,
    setting_kinds: [],
    sectors: [],
    has_begun: begun,
  }
}

const blocks = [
  block(0, 'College induction', 0, 2, true),
  block(1, 'First placement', 2, 10, true),
  block(2, 'Second placement', 12, 10, false),
  block(3, 'Third placement', 22, 10, false),
  block(4, 'Fourth placement', 32, 10, false),
  block(5, 'Fifth placement', 42, 10, false),
]

function setting(number: number): BoardSetting {
  const kind = number % kinds.length
  return {
    id: uuid(31, number),
    name: `${kinds[kind] ?? ''} ${number + 1}`,
    organisation_id: uuid(22, number % 20),
    organisation_name: `Host ${(number % 20) + 1}`,
    kind: 'acute_ward',
    sector: sectors[kind] ?? 'other',
    postcode: 'BN11 2DH',
    minimum_age: 16,
    // Every seventh is closed at the end of the year, every ninth has people of other cohorts for a while.
    weekly_capacity: Array.from({ length: weeks }, (_, week) => (number % 7 === 0 && week > 46 ? 0 : placesEach)),
    weekly_others: Array.from({ length: weeks }, (_, week) => (number % 9 === 0 && week < 20 ? 1 : 0)),
    weekly_load: Array.from({ length: weeks }, (_, week) => (week < 2 ? 0 : placesEach)),
  }
}

function person(number: number, settings: readonly BoardSetting[]): BoardPerson {
  const employer = number % 12
  return {
    enrolment_id: uuid(23, number),
    learner_id: uuid(6, number),
    given_names: names[number % names.length] ?? '',
    family_name: `${families[number % families.length] ?? ''} ${number + 1}`,
    date_of_birth: '2004-12-24',
    employer_organisation_id: uuid(24, employer),
    employer_name: `Employer ${employer + 1}`,
    travel_means: ['public_transport'],
    cells: blocks.map(({ number: at, has_begun, stay }) => {
      const where = stay === 'home' ? undefined : settings[(number + at * 37) % settings.length]
      return {
        at: where ? 'setting' : 'home',
        setting_id: where?.id ?? null,
        pinned: (number + at) % 13 === 0,
        has_begun,
        travel_minutes: where ? 10 + ((number * 7) % 40) : null,
      }
    }),
  }
}

/** Everything that is not about size is as in `like`. */
export function largeBoard(like: BoardRead, count: number): BoardRead {
  const settings = Array.from({ length: count / placesEach }, (_, number) => setting(number))
  const people = Array.from({ length: count }, (_, number) => person(number, settings))
  const violations: ViolationRead[] = people
    .filter((_, number) => number % 17 === 0)
    .map(({ enrolment_id, cells }) => ({
      rule: 'minimum_age',
      sentence: 'They are too young there by 3 months.',
      enrolment_id,
      block: 3,
      setting_id: cells[3]?.setting_id ?? null,
      remedy: null,
    }))
  return { ...like, first_week_of: day(0), weeks, blocks, settings, people, violations }
}
