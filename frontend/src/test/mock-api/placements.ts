import { http, HttpResponse } from 'msw'
import type {
  CalendarAddressCreate,
  CalendarAddressRead,
  FeedbackSummary,
  FeedbackUpdate,
  MonthlyHours,
  PlacementContacts,
  PlacementFeedback,
  PlacementRead,
  RotaRead,
  RotaUpdate,
  StepCreate,
  StepsCreate,
} from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { organisations } from '@/test/mock-api/learners-data'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/placements/v1'

function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
}

function placement(number: number, changes: Partial<PlacementRead>): PlacementRead {
  return {
    id: uuid(50, number),
    cohort_id: uuid(11, 1),
    enrolment_id: uuid(12, number),
    learner_id: uuid(13, number),
    given_names: 'Rowan',
    family_name: 'Ashdown',
    setting_id: uuid(30, 1),
    setting_name: 'Stroke ward',
    setting_kind: 'acute_ward',
    sector: 'health',
    organisation_id: organisations[1]?.id ?? '',
    organisation_name: 'Coastal Hospitals Trust',
    block: 0,
    block_name: 'Health care assistant',
    starts_on: day(100),
    ends_on: day(281),
    state: 'offered',
    reason: null,
    mentor_name: null,
    offer_due_on: day(16),
    rota_due_on: day(58),
    rota_published_on: null,
    version: 2,
    next_steps: ['accept', 'decline'],
    clearances_missing: [{ code: 'dbs_enhanced', words: 'there is none on record' }],
    steps: [
      {
        step: 'propose',
        state: 'proposed',
        taken_on: day(-20),
        by: 'plan',
        reason: null,
        recorded_at: `${day(-20)}T09:00:00Z`,
      },
      {
        step: 'offer',
        state: 'offered',
        taken_on: day(-10),
        by: 'coordinator',
        reason: null,
        recorded_at: `${day(-10)}T09:00:00Z`,
      },
    ],
    ...changes,
  }
}

function asFirst(): PlacementRead[] {
  return [
    placement(1, {
      starts_on: day(-30),
      ends_on: day(151),
      state: 'started',
      mentor_name: 'Delyth Marchbanks',
      next_steps: ['suspend'],
      clearances_missing: [],
      rota_published_on: day(-80),
    }),
    placement(2, { given_names: 'Maya', family_name: 'Trelawny' }),
    placement(3, { given_names: 'Idris', family_name: 'Penhale' }),
  ]
}

let placements = asFirst()
let changes: RotaRead['changes'] = []
let publishedOn: string | null = null
let said: PlacementFeedback['items'] = []
let addresses: CalendarAddressRead[] = []

export function resetPlacements() {
  placements = asFirst()
  changes = []
  publishedOn = null
  said = []
  addresses = []
}

function find(id: unknown): PlacementRead | undefined {
  return placements.find((each) => each.id === id)
}

function take(found: PlacementRead, { step, reason, mentor_name }: Omit<StepCreate, 'on'>): PlacementRead {
  const state = step === 'accept' ? 'accepted' : 'declined'
  const taken = {
    step,
    state,
    taken_on: day(0),
    by: 'host',
    reason: reason ?? null,
    recorded_at: `${day(0)}T09:00:00Z`,
  }
  const moved: PlacementRead = {
    ...found,
    state,
    reason: reason ?? null,
    mentor_name: mentor_name ?? found.mentor_name,
    next_steps: [],
    steps: [...found.steps, { ...taken, state }],
    version: found.version + 1,
  }
  placements = placements.map((each) => (each.id === found.id ? moved : each))
  return moved
}

function rotaOf({ id, starts_on, ends_on }: PlacementRead): RotaRead {
  return {
    placement_id: id,
    starts_on,
    ends_on,
    bounds: null,
    weeks: [
      {
        week_of: '2027-03-01',
        hours: 19.5,
        learning_hours: 7.5,
        shifts: [
          {
            day: '2027-03-01',
            starts_at: '2027-03-01T07:30:00Z',
            ends_at: '2027-03-01T20:30:00Z',
            break_minutes: 60,
            hours: 12,
            kind: 'work',
            changed: false,
            note: null,
          },
          {
            day: '2027-03-03',
            starts_at: '2027-03-03T09:00:00Z',
            ends_at: '2027-03-03T17:00:00Z',
            break_minutes: 30,
            hours: 7.5,
            kind: 'learning',
            changed: false,
            note: 'College',
          },
        ],
      },
    ],
    changes,
    findings: [
      {
        rule: 'daily_rest',
        regulation: 'regulation 10',
        words: '9 hours of rest before the shift: at least 11.',
        first_on: '2027-03-02',
        times: 2,
      },
    ],
    due_on: '2027-01-18',
    late: false,
    published_on: publishedOn,
    version: 1,
  }
}

const contacts: PlacementContacts['items'] = [
  {
    topic: 'pay',
    contact: { name: 'Priya Lindqvist', role: 'Payroll', email: null, telephone: '01632 960233' },
    asked: 'employer',
    organisation_name: 'Fairlead Agency',
  },
  { topic: 'safeguarding', contact: null, asked: null, organisation_name: null },
]

function hoursIn(month: string): MonthlyHours {
  return {
    month,
    items: placements.slice(0, 2).map(({ id, given_names, family_name, organisation_name, setting_name }) => ({
      placement_id: id,
      given_names,
      family_name,
      organisation_name,
      setting_name,
      shifts: 14,
      hours: 150.5,
      learning_hours: 30,
    })),
  }
}

const saidByCohort: FeedbackSummary = {
  ratings: [{ setting_id: uuid(30, 1), setting_name: 'Stroke ward', by: 'apprentice', count: 3, average: 4.333 }],
  sector_choices: [
    { before: 'health', now: 'social_care', count: 1 },
    { before: 'health', now: 'health', count: 2 },
  ],
}

function waiting(each: PlacementRead) {
  return { ...each, need: 'answer_due' }
}

function asOwn(each: PlacementRead) {
  return {
    ...each,
    postcode: 'BN11 2DH',
    position: { latitude: 50.817, longitude: -0.365 },
    journeys: [{ means: 'public_transport', minutes: 42, source: 'estimate' }],
    feedback_wanted: each.state === 'started',
  }
}

export const placementsHandlers = [
  http.get(`${root}/placements`, ({ request }) => {
    const state = new URL(request.url).searchParams.get('state')
    return HttpResponse.json({
      items: placements.filter((each) => !state || each.state === state),
      next_cursor: null,
    })
  }),
  http.get(`${root}/placements/needs`, () =>
    HttpResponse.json({
      items: placements.filter(({ state }) => state === 'offered').map(waiting),
      next_cursor: null,
    }),
  ),
  http.post(`${root}/placements/steps`, async ({ request }) => {
    const body = (await request.json()) as StepsCreate
    const moved = body.placements.flatMap(({ id }) => find(id) ?? []).map((each) => take(each, { step: body.step }))
    return HttpResponse.json({ items: moved }, { status: 201 })
  }),
  http.get(`${root}/placements/:id`, ({ params }) => {
    const found = find(params['id'])
    return found ? HttpResponse.json(found) : notFound()
  }),
  http.post(`${root}/placements/:id/steps`, async ({ params, request }) => {
    const found = find(params['id'])
    if (!found) return notFound()
    if (request.headers.get('If-Match') !== `"${found.version}"`) {
      return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
    }
    return HttpResponse.json(take(found, (await request.json()) as StepCreate), { status: 201 })
  }),
  http.get(`${root}/placements/:id/rota`, ({ params }) => {
    const found = find(params['id'])
    return found ? HttpResponse.json(rotaOf(found)) : notFound()
  }),
  http.put(`${root}/placements/:id/rota`, async ({ params, request }) => {
    const found = find(params['id'])
    if (!found) return notFound()
    changes = ((await request.json()) as RotaUpdate).changes
    return HttpResponse.json(rotaOf(found))
  }),
  http.post(`${root}/placements/:id/rota/publications`, ({ params }) => {
    const found = find(params['id'])
    if (!found) return notFound()
    publishedOn = day(0)
    return HttpResponse.json(rotaOf(found), { status: 201 })
  }),
  http.get(`${root}/placements/:id/contacts`, ({ params }) =>
    HttpResponse.json({ placement_id: params['id'], mentor_name: 'Delyth Marchbanks', items: contacts }),
  ),
  http.get(`${root}/placements/:id/feedback`, ({ params }) =>
    HttpResponse.json({ placement_id: params['id'], may_give: 'apprentice', items: said }),
  ),
  http.put(`${root}/placements/:id/feedback`, async ({ params, request }) => {
    const given = (await request.json()) as FeedbackUpdate
    const texts = { went_well: null, to_improve: null, sector_before: null, sector_now: null }
    said = [{ ...texts, ...given, by: 'apprentice', given_at: `${day(0)}T09:00:00Z` }]
    return HttpResponse.json({ placement_id: params['id'], may_give: 'apprentice', items: said })
  }),
  http.get(`${root}/me/placements`, () =>
    HttpResponse.json({
      items: placements.slice(0, 2).map(asOwn),
    }),
  ),
  http.get(`${root}/rota-hours`, ({ request }) => {
    const month = new URL(request.url).searchParams.get('month') ?? ''
    return HttpResponse.json(month < day(0).slice(0, 7) ? { month, items: [] } : hoursIn(month))
  }),
  http.get(`${root}/feedback-summary`, () => HttpResponse.json(saidByCohort)),
  http.get(`${root}/calendar-addresses`, () => HttpResponse.json({ items: addresses, next_cursor: null })),
  http.post(`${root}/calendar-addresses`, async ({ request }) => {
    const { setting_id = null } = (await request.json()) as CalendarAddressCreate
    const made = {
      id: uuid(51, addresses.length + 1),
      learner_id: setting_id ? null : uuid(13, 1),
      setting_id,
      setting_name: setting_id && 'Stroke ward',
      created_at: `${day(0)}T09:00:00Z`,
    }
    addresses = [made]
    return HttpResponse.json(
      { ...made, link: 'https://crossway.example.org/api/placements/v1/calendars/secret.ics' },
      { status: 201 },
    )
  }),
  http.delete(`${root}/calendar-addresses/:id`, () => {
    addresses = []
    return new HttpResponse(null, { status: 204 })
  }),
]
