import type {
  BlockRead,
  BoardPerson,
  BoardRead,
  BoardSetting,
  Cell,
  ScenarioRead,
  ScenarioSummary,
  ViolationRead,
} from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { cohorts, organisations, programme } from '@/test/mock-api/learners-data'

/** A cohort's plan: a dozen invented people, six settings, a year in weeks. */

const firstDay = Date.parse('2026-03-02')
const dayMs = 86_400_000

function day(week: number, weekday = 0): string {
  return new Date(firstDay + (week * 7 + weekday) * dayMs).toISOString().slice(0, 10)
}

function block(number: number, name: string, week: number, weeks: number, extra: Partial<BlockRead> = {}): BlockRead {
  return {
    number,
    name,
    kind: 'placement',
    stay: 'hosted',
    starts_on: day(week),
    ends_on: day(week + weeks - 1, 6),
    weeks,
    setting_kinds: [],
    sectors: [],
    has_begun: false,
    ...extra,
  }
}

export const blocks: BlockRead[] = [
  block(0, 'College induction', 0, 2, { kind: 'induction', stay: 'home', has_begun: true }),
  block(1, 'First placement', 2, 17, { has_begun: true }),
  block(2, 'Second placement', 19, 17),
  block(3, 'Third placement', 36, 16),
]

const weeks = 52

export const settings: BoardSetting[] = (
  [
    ['Stroke ward', 1, 'acute_ward', 'health', 3, 18],
    ['Elderly care ward', 1, 'acute_ward', 'health', 3, 18],
    ['Seaview day centre', 2, 'day_centre', 'social_care', 3, 16],
    ['Beech House', 2, 'care_home', 'social_care', 4, 16],
    ['Community nursing team', 1, 'community_health_team', 'health', 2, 18],
    ['Harbour housing support', 2, 'home_care', 'other', 2, 16],
  ] as const
).map(([name, organisation, kind, sector, capacity, minimum_age], number) => ({
  id: uuid(31, number + 1),
  name,
  organisation_id: organisations[organisation]?.id ?? '',
  organisation_name: organisations[organisation]?.name ?? '',
  kind,
  sector,
  postcode: 'BN11 2DH',
  minimum_age,
  weekly_capacity: Array.from({ length: weeks }, (_, week) => (number === 2 && week > 46 ? 0 : capacity)),
  weekly_others: Array.from({ length: weeks }, () => (number === 0 ? 1 : 0)),
  weekly_load: [],
}))

const names = [
  ['Joss', 'Holloway', '2006-11-04'],
  ['Imogen', 'Catchpole', '2009-05-03'],
  ['Tariq', 'Mbeki', '2001-01-19'],
  ['Elin', 'Prosser', '1998-08-30'],
  ['Owen', 'Tremlett', '2005-02-11'],
  ['Saffron', 'Okafor', '2004-12-24'],
  ['Dewi', 'Langridge', '2003-06-17'],
  ['Nadia', 'Fairweather', '2002-03-09'],
  ['Callum', 'Oyelaran', '2000-10-21'],
  ['Bronwen', 'Sethi', '2006-01-30'],
  ['Marek', 'Ashdown', '1996-07-14'],
  ['Priya', 'Thistlewood', '2004-04-02'],
] as const

function cellAt(setting: number | 'home' | 'nowhere', extra: Partial<Cell> = {}): Cell {
  const known = typeof setting === 'number'
  return {
    at: known ? 'setting' : setting,
    setting_id: known ? (settings[setting % settings.length]?.id ?? null) : null,
    pinned: false,
    has_begun: false,
    travel_minutes: known ? 10 + ((setting * 7) % 40) : null,
    ...extra,
  }
}

function people(count: number): BoardPerson[] {
  return Array.from({ length: count }, (_, number) => {
    const [given_names, family_name, date_of_birth] = names[number % names.length] ?? names[0]
    const round = Math.floor(number / names.length)
    const start = number === 1 ? 3 : number
    return {
      enrolment_id: uuid(23, number + 1),
      learner_id: uuid(6, number + 1),
      given_names,
      family_name: round > 0 ? `${family_name} ${round + 1}` : family_name,
      date_of_birth,
      employer_organisation_id: organisations[number % 2 === 0 ? 0 : 2]?.id ?? '',
      employer_name: organisations[number % 2 === 0 ? 0 : 2]?.name ?? '',
      travel_means: ['public_transport'],
      cells: [
        cellAt('home', { has_begun: true }),
        cellAt(start % 6, { has_begun: true }),
        number === 7 ? cellAt('nowhere') : cellAt((start + 2) % 6, { pinned: number === 2 }),
        cellAt((start + 4) % 6),
      ],
    }
  })
}

export const scenario: ScenarioRead = {
  id: uuid(40, 1),
  cohort_id: cohorts[1]?.id ?? '',
  name: 'Spring plan',
  state: 'solved',
  origin: { kind: 'fresh', scenario_id: null, disruption_id: null, sentence: 'Planned from nothing.' },
  progress: null,
  cost: 412,
  bound: 408.2,
  gap: 0.0093,
  violations: 0,
  unplaced: 1,
  conflict: null,
  failure: null,
  assumptions: [
    {
      id: uuid(41, 1),
      sentence: 'Beech House takes 1 more in the third placement.',
      change: { kind: 'extra_capacity', setting_id: settings[3]?.id ?? '', block: 3, by: 1 },
    },
  ],
  undo: null,
  created_at: '2026-02-02T09:30:00Z',
  published_at: null,
  version: 4,
}

export function summaryOf({ origin, ...known }: ScenarioRead): ScenarioSummary {
  const { id, cohort_id, name, state, cost, violations, unplaced, created_at, published_at, version } = known
  return {
    id,
    cohort_id,
    name,
    state,
    origin_kind: origin.kind,
    cost,
    violations,
    unplaced,
    created_at,
    published_at,
    version,
  }
}

export const points = [
  { rule: 'preference', name: 'Liked kinds of setting', points: 180 },
  { rule: 'travel', name: 'Travel', points: 152 },
  { rule: 'fairness', name: 'Fairness between apprentices', points: 80 },
]

export function boardOf(count: number): BoardRead {
  return {
    scenario,
    cohort_name: cohorts[1]?.name ?? '',
    programme_id: programme.id,
    programme_name: programme.name,
    plan_version: 1,
    first_week_of: day(0),
    weeks,
    blocks,
    settings,
    clearances: ['dbs_enhanced', 'occupational_health', 'vaccination:hepatitis_b'],
    people: people(count),
    travel_sources: ['estimate'],
    violations: [],
    points,
  }
}

/** Broken rules as the service would find them: too full settings, and people who are too young. */
export function violationsOf(board: BoardRead): ViolationRead[] {
  const found: ViolationRead[] = []
  for (const setting of board.settings) {
    for (const { number, name } of board.blocks) {
      const there = board.people.filter(({ cells }) => cells[number]?.setting_id === setting.id)
      const most = Math.min(...setting.weekly_capacity.slice(0, 40)) - (setting.weekly_others[0] ?? 0)
      const young = there.find(
        ({ date_of_birth }) => setting.minimum_age >= 18 && date_of_birth > '2008-12-31' && number === 2,
      )
      if (young) {
        found.push({
          rule: 'minimum_age',
          sentence: `${young.given_names} ${young.family_name} is 17 on the first day at ${setting.name}, which takes people from 18.`,
          enrolment_id: young.enrolment_id,
          block: number,
          setting_id: setting.id,
          remedy: null,
        })
      }
      if (there.length > most) {
        found.push({
          rule: 'capacity',
          sentence: `${setting.name} has ${there.length} apprentices in ${name}, and room for ${most}.`,
          enrolment_id: there.at(-1)?.enrolment_id ?? null,
          block: number,
          setting_id: setting.id,
          remedy: {
            sentence: `${there.length - most} more at ${setting.name} in ${name}`,
            changes: [{ kind: 'extra_capacity', setting_id: setting.id, block: number, by: there.length - most }],
            verified: null,
          },
        })
      }
    }
  }
  return found
}
