import { http, HttpResponse } from 'msw'
import type { EnrolmentChangeRead, EnrolmentRead, LearnerRead } from '@/api/learners.gen'
import { signedIn } from '@/test/mock-api/identity'
import { uuid } from '@/test/mock-api/identity-data'
import { cohorts, createEnrolments, learnerOf, organisations, programme, startOf } from '@/test/mock-api/learners-data'
import { planningFactsHandlers, resetPlanningFacts } from '@/test/mock-api/planning-facts'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/learners/v1'
const page = (items: unknown[]) => HttpResponse.json({ items, next_cursor: null })

let enrolments = createEnrolments()
let changes: EnrolmentChangeRead[] = []

/** Undoes every change, between tests. */
export function resetLearners() {
  enrolments = createEnrolments()
  changes = []
  resetPlanningFacts()
}

function fits(enrolment: EnrolmentRead, query: URLSearchParams): boolean {
  const words = `${enrolment.given_names} ${enrolment.family_name}`.toLowerCase()
  return (
    words.includes((query.get('q') ?? '').toLowerCase()) &&
    (query.get('cohort_id') ?? enrolment.cohort_id) === enrolment.cohort_id &&
    (query.get('state') ?? enrolment.state) === enrolment.state &&
    (query.get('attention') !== 'temporary_uln' || enrolment.uln_is_temporary)
  )
}

interface Change {
  kind: EnrolmentChangeRead['kind']
  effective_on: string
  after: Partial<EnrolmentRead>
  reason?: string
  note?: string | null
}

/** Applies a change to the version that was looked at, as the service does. */
function record(request: Request, id: unknown, { kind, effective_on, after, reason, note }: Change) {
  const enrolment = enrolments.find((known) => known.id === id)
  if (!enrolment) return notFound()
  if (request.headers.get('If-Match') !== `"${enrolment.version}"`) {
    return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
  }
  const changed = { ...enrolment, ...after, version: enrolment.version + 1 }
  enrolments = enrolments.map((known) => (known.id === id ? changed : known))
  changes.unshift({
    ...startOf(enrolment),
    id: uuid(24, changes.length + 2),
    kind,
    effective_on,
    reason: reason ?? null,
    note: note ?? null,
    before: {},
    after: {},
  })
  return HttpResponse.json(changed)
}

interface ChangeBody {
  planned_end_on: string | null
  effective_on: string
  reason: string
  note: string | null
}

interface WithdrawalBody {
  withdrawn_on: string
  reason: NonNullable<EnrolmentRead['withdrawal_reason']>
  note: string | null
}

interface EnrolBody {
  started_on: string
  learner: { kind: 'new' } & Pick<LearnerRead, 'given_names' | 'family_name' | 'uln'>
}

export const learnersHandlers = [
  ...planningFactsHandlers,
  http.get(`${root}/programmes`, () => page([programme])),
  http.get(`${root}/programmes/:id`, ({ params }) =>
    params['id'] === programme.id ? HttpResponse.json(programme) : notFound(),
  ),

  http.get(`${root}/cohorts`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const q = (query.get('q') ?? '').toLowerCase()
    return page(
      cohorts.filter(({ name, state }) => name.toLowerCase().includes(q) && (query.get('state') ?? state) === state),
    )
  }),
  http.get(`${root}/cohorts/:id`, ({ params }) => {
    const cohort = cohorts.find(({ id }) => id === params['id'])
    return cohort ? HttpResponse.json(cohort) : notFound()
  }),

  http.get(`${root}/learners`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const found = enrolments.filter((enrolment) => fits(enrolment, query)).map(learnerOf)
    return page(found.map((learner) => Object.assign(learner, { latest_enrolment: learner.enrolments[0] })))
  }),
  http.get(`${root}/learners/:id`, ({ params }) => {
    const enrolment = enrolments.find(({ learner_id }) => learner_id === params['id'])
    return enrolment ? HttpResponse.json(learnerOf(enrolment)) : notFound()
  }),
  http.patch(`${root}/learners/:id`, ({ params }) => {
    const enrolment = enrolments.find(({ learner_id }) => learner_id === params['id'])
    return enrolment ? HttpResponse.json(learnerOf(enrolment)) : notFound()
  }),

  http.get(`${root}/enrolments`, ({ request }) => {
    const query = new URL(request.url).searchParams
    return page(enrolments.filter((enrolment) => fits(enrolment, query)))
  }),
  http.post<never, EnrolBody>(`${root}/enrolments`, async ({ request }) => {
    const { learner, started_on } = await request.json()
    if (started_on < '2026-03-02') {
      const errors = [
        { pointer: '/started_on', message: 'The cohort runs from 2 March 2026 to 14 March 2027: choose a day within.' },
      ]
      return problem(422, 'invalid-input', 'Some of the input is not valid', { errors })
    }
    const [pattern] = createEnrolments()
    if (!pattern) return notFound()
    const enrolment = {
      ...pattern,
      id: uuid(23, 99),
      learner_id: uuid(6, 99),
      given_names: learner.given_names,
      family_name: learner.family_name,
      started_on,
    }
    enrolments = [...enrolments, enrolment]
    return HttpResponse.json(enrolment, { status: 201 })
  }),
  http.get(`${root}/enrolments/:id`, ({ params }) => {
    const enrolment = enrolments.find(({ id }) => id === params['id'])
    return enrolment ? HttpResponse.json(enrolment) : notFound()
  }),
  http.get(`${root}/enrolments/:id/changes`, ({ params }) => {
    const enrolment = enrolments.find(({ id }) => id === params['id'])
    return enrolment ? page([...changes, startOf(enrolment)]) : notFound()
  }),
  http.get(`${root}/enrolments/:id/caseload`, ({ params }) =>
    HttpResponse.json({
      enrolment_id: params['id'],
      version: 1,
      supporters: [
        { role: 'assessor', account_id: uuid(3, 7), name: 'Priya Lindqvist' },
        { role: 'mentor', account_id: uuid(3, 4), name: 'Colm Abernathy' },
      ],
    }),
  ),
  http.patch<{ id: string }, ChangeBody>(`${root}/enrolments/:id`, async ({ request, params }) => {
    const { planned_end_on, effective_on, reason, note } = await request.json()
    return record(request, params.id, {
      kind: 'changed',
      effective_on,
      reason,
      note,
      after: planned_end_on ? { planned_end_on } : {},
    })
  }),
  http.post<{ id: string }, WithdrawalBody>(`${root}/enrolments/:id/withdrawal`, async ({ request, params }) => {
    const { withdrawn_on, reason, note } = await request.json()
    const after = { state: 'withdrawn', ended_on: withdrawn_on, withdrawal_reason: reason } as const
    return record(request, params.id, { kind: 'withdrawn', effective_on: withdrawn_on, reason, note, after })
  }),

  http.get(`${root}/needs`, () =>
    HttpResponse.json(
      signedIn.session?.membership?.learner_id
        ? ownNeeds
        : {
            items: [
              { about: 'enrolments', kind: 'return_overdue', count: 1, severity: 'urgent' },
              { about: 'enrolments', kind: 'temporary_uln', count: 2, severity: 'warning' },
              { about: 'cohorts', kind: 'starting_with_free_places', count: 1, severity: 'warning' },
            ],
            open_enrolments: 6,
            own_enrolment: null,
          },
    ),
  ),

  http.get('*/api/placements/v1/organisations', () => page(organisations)),
]

/** What an apprentice reads of their own on the home page. */
const ownNeeds = {
  items: [],
  open_enrolments: null,
  own_enrolment: {
    enrolment: createEnrolments()[0],
    days_done: 120,
    days_planned: 377,
    supporters: [{ role: 'assessor', account_id: uuid(3, 7), name: 'Priya Lindqvist' }],
  },
}
