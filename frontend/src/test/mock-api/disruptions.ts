import { http, HttpResponse } from 'msw'
import type {
  CohortCosts,
  DisruptionCreate,
  DisruptionRead,
  PlanningSettingsRead,
  PlanningWishes,
} from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { cohorts, programme } from '@/test/mock-api/learners-data'
import { blocks, scenario, settings } from '@/test/mock-api/plans-data'
import { problem } from '@/test/mock-api/problem'

const root = '*/api/placements/v1'

const told: DisruptionRead = {
  id: uuid(42, 1),
  cohort_id: cohorts[1]?.id ?? '',
  what: { kind: 'setting_closes', setting_id: settings[3]?.id ?? '' },
  sentence: 'Beech House closes',
  from_on: '2026-10-01',
  takes_effect_on: blocks[3]?.starts_on ?? '',
  state: 'working',
  affected_now: [],
  least_changes: null,
  conflict: null,
  conflict_scenario_id: null,
  alternatives: [],
  failure: null,
  created_at: '2026-09-20T08:00:00Z',
  version: 1,
}

const mended: Partial<DisruptionRead> = {
  state: 'mended',
  affected_now: ['Imogen Catchpole'],
  least_changes: 1,
  alternatives: [
    {
      scenario_id: scenario.id,
      title: 'Fewest people moved',
      people_moved: 1,
      blocks_changed: 1,
      cost_difference: 3,
      violations: 0,
      unplaced: 0,
      hosts: [
        {
          organisation_id: settings[0]?.organisation_id ?? '',
          organisation_name: 'Coastal Hospitals Trust',
          gains: 1,
          loses: 0,
        },
      ],
      changes: [
        {
          enrolment_id: uuid(23, 6),
          name: 'Saffron Okafor',
          block: 3,
          block_name: 'Third placement',
          starts_on: blocks[3]?.starts_on ?? '',
          ends_on: blocks[3]?.ends_on ?? '',
          before: 'Beech House',
          after: 'Stroke ward',
          before_setting_id: settings[3]?.id ?? null,
          after_setting_id: settings[0]?.id ?? null,
        },
      ],
    },
    {
      scenario_id: uuid(40, 3),
      title: 'Fewest points',
      people_moved: 3,
      blocks_changed: 3,
      cost_difference: -6,
      violations: 0,
      unplaced: 1,
      hosts: [],
      changes: [],
    },
  ],
}

const wishes: PlanningSettingsRead = {
  programme_id: programme.id,
  weights: { preference: 12, travel: 1, long_travel: 2, fairness: 1, company: 1, early_evidence: 4, moved: 10 },
  comfortable_minutes: 45,
  travel_limit_minutes: 90,
  never_twice: ['setting'],
  paid_shifts: ['weekends'],
  scarce_criteria: [{ qualification: 'care_certificate', criteria: ['13.3'] }],
  solve_seconds: 20,
  version: 0,
}

let disruption = told
let looks = 0
let settingsOfPlanning = wishes

export function resetDisruptions() {
  disruption = told
  looks = 0
  settingsOfPlanning = wishes
}

const costs: CohortCosts = {
  cohort_id: told.cohort_id,
  apprentices: 12,
  known_total_pence: 8_160_000,
  lines: [
    {
      payer: 'County council',
      purpose: 'Wages',
      amount_pence: 680_000,
      per_apprentice: true,
      total_pence: 8_160_000,
    },
    {
      payer: 'Skills fund',
      purpose: 'Management of the programme',
      amount_pence: null,
      per_apprentice: false,
      total_pence: null,
    },
  ],
  hosts: [
    {
      organisation_id: settings[0]?.organisation_id ?? '',
      organisation_name: 'Coastal Hospitals Trust',
      placements: 18,
      apprentice_weeks: 300,
      percent: 60,
    },
  ],
}

export const disruptionsHandlers = [
  http.get(`${root}/cohorts/:id/costs`, () => HttpResponse.json(costs)),
  http.get(`${root}/cohorts/:id/disruptions`, () => HttpResponse.json({ items: [disruption], next_cursor: null })),
  http.post<{ id: string }, DisruptionCreate>(`${root}/cohorts/:id/disruptions`, async ({ request }) => {
    const { what, from_on } = await request.json()
    disruption = { ...told, what, from_on }
    return HttpResponse.json(disruption, { status: 201 })
  }),
  // Found at the second look, as if it took a moment.
  http.get(`${root}/disruptions/:id`, () => {
    looks += 1
    return HttpResponse.json(looks > 1 ? { ...disruption, ...mended } : disruption)
  }),
  http.get(`${root}/programmes/:id/planning-settings`, () => HttpResponse.json(settingsOfPlanning)),
  http.put<{ id: string }, PlanningWishes>(`${root}/programmes/:id/planning-settings`, async ({ request }) => {
    const { version } = settingsOfPlanning
    if (request.headers.get('If-Match') !== `"${version}"`) {
      return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
    }
    settingsOfPlanning = { ...settingsOfPlanning, ...(await request.json()), version: version + 1 }
    return HttpResponse.json(settingsOfPlanning)
  }),
]
