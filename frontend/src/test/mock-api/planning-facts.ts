import { http, HttpResponse } from 'msw'
import type { ClearanceRead, FactsImport, PlanningFactsRead } from '@/api/learners.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { notFound, problem } from '@/test/mock-api/problem'

/** What the planner knows of the learners: of the first something, of the others nothing. */

const root = '*/api/learners/v1'
const known = uuid(6, 1)

interface State {
  facts: PlanningFactsRead
  adjustments: { adjustments: string[]; note: string | null }
  clearances: ClearanceRead[]
}

function createState(): State {
  return {
    facts: {
      learner_id: known,
      home_position: { latitude: 50.812, longitude: -0.372 },
      travel_means: ['public_transport'],
      travel_limit_minutes: 60,
      contracted_weekly_hours: 37.5,
      weekly_hours_limit: 48,
      opted_out_on: null,
      first_sector: 'social_care',
      preferences: { setting_kinds: ['day_centre', 'acute_ward'], note: null },
      sector_of_choice: { before: 'health', now: null },
      version: 2,
    },
    adjustments: { adjustments: ['quiet_space'], note: 'A room to withdraw to.' },
    clearances: [
      clearance(1, { code: 'dbs_enhanced', expires_on: '2029-02-01', reference: '001912345678' }),
      clearance(2, { code: 'right_to_work', expires_on: null }),
      clearance(3, { code: 'vaccination:hepatitis_b', expires_on: '2026-03-01' }),
    ],
  }
}

function clearance(number: number, changes: Partial<ClearanceRead>): ClearanceRead {
  return {
    id: uuid(26, number),
    learner_id: known,
    code: 'car',
    valid_from: '2026-02-02',
    expires_on: null,
    reference: null,
    note: null,
    recorded_by: `person:${uuid(3, 1)}`,
    recorded_at: '2026-02-02T10:00:00Z',
    version: 1,
    ...changes,
  }
}

let state = createState()

export function resetPlanningFacts() {
  state = createState()
}

function factsOf(id: unknown): PlanningFactsRead {
  if (id === known) return state.facts
  return {
    learner_id: String(id),
    home_position: null,
    travel_means: [],
    travel_limit_minutes: null,
    contracted_weekly_hours: null,
    weekly_hours_limit: null,
    opted_out_on: null,
    first_sector: null,
    preferences: { setting_kinds: [], note: null },
    sector_of_choice: { before: null, now: null },
    version: 0,
  }
}

/** Takes what the request holds into the version that was looked at, as the service does. */
async function change(request: Request, take: (body: object) => void) {
  if (request.headers.get('If-Match') !== `"${state.facts.version}"`) {
    return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
  }
  take((await request.json()) as object)
  state.facts = { ...state.facts, version: state.facts.version + 1 }
  return HttpResponse.json(state.facts)
}

const importedRow = { row: 2, learner_id: known, given_names: 'Joss', family_name: 'Holloway', clearance: null }

function imported(text: string, applied: boolean): FactsImport {
  const faulty = text.includes('ages')
  const faults = faulty ? [{ column: 'travel_limit_minutes', message: 'Input should be a valid integer.' }] : []
  const facts = faulty ? [] : [{ column: 'travel_limit_minutes', before: '60', after: '45' }]
  return { applied, changes: facts.length, faulty_rows: faults.length, rows: [{ ...importedRow, facts, faults }] }
}

export const planningFactsHandlers = [
  http.get(`${root}/learners/:id/planning-facts`, ({ params }) => HttpResponse.json(factsOf(params['id']))),
  http.put(`${root}/learners/:id/planning-facts`, ({ request }) =>
    change(request, (body) => (state.facts = { ...state.facts, ...body })),
  ),
  http.get(`${root}/learners/:id/preferences`, ({ params }) => HttpResponse.json(factsOf(params['id']))),
  http.put(`${root}/learners/:id/preferences`, ({ request }) =>
    change(request, (body) => (state.facts = { ...state.facts, ...body })),
  ),
  http.get(`${root}/learners/:id/adjustments`, ({ params }) =>
    HttpResponse.json({ learner_id: params['id'], ...state.adjustments, version: state.facts.version }),
  ),
  http.put(`${root}/learners/:id/adjustments`, ({ request }) =>
    change(request, (body) => (state.adjustments = body as State['adjustments'])),
  ),
  http.get(`${root}/learners/:id/clearances`, ({ params }) =>
    HttpResponse.json({ items: state.clearances.filter(({ learner_id }) => learner_id === params['id']) }),
  ),
  http.post(`${root}/learners/:id/clearances`, async ({ request }) => {
    const body = (await request.json()) as Partial<ClearanceRead>
    if (state.clearances.some(({ code }) => code === body.code)) {
      return problem(409, 'clearance-overlaps', 'The learner has this clearance for some of these days already', {
        detail: 'Let one end on the day before the next begins, or correct the one that is there.',
      })
    }
    state.clearances.push(clearance(state.clearances.length + 1, body))
    return HttpResponse.json(state.clearances.at(-1), { status: 201 })
  }),
  http.put(`${root}/learners/:id/clearances/:clearance`, async ({ request, params }) => {
    const body = (await request.json()) as Partial<ClearanceRead>
    const found = state.clearances.find(({ id }) => id === params['clearance'])
    return found ? HttpResponse.json(Object.assign(found, body, { version: found.version + 1 })) : notFound()
  }),
  http.post(`${root}/learners/:id/clearances/:clearance/removal`, ({ params }) => {
    state.clearances = state.clearances.filter(({ id }) => id !== params['clearance'])
    return new HttpResponse(null, { status: 204 })
  }),
  http.post(`${root}/planning-facts/import`, async ({ request }) => {
    const text = await request.text()
    if (!text.startsWith('learner_id')) {
      return problem(422, 'sheet-unreadable', 'The file cannot be read as a table', {
        detail: 'The first row has no column learner_id: begin with the template.',
      })
    }
    return HttpResponse.json(imported(text, new URL(request.url).searchParams.get('dry_run') === 'false'))
  }),
]
