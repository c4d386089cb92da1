import { http, HttpResponse } from 'msw'
import type {
  CapacityUpdate,
  ContactsRead,
  ContactsUpdate,
  PoliciesRead,
  PoliciesUpdate,
  SettingCreate,
  SettingRead,
  SettingUpdate,
} from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { organisations } from '@/test/mock-api/learners-data'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/placements/v1'
const hospital = organisations[1]?.id ?? ''
const council = organisations[2]?.id ?? ''

const ward: SettingRead = {
  id: uuid(30, 1),
  organisation_id: hospital,
  organisation_name: 'Coastal Hospitals Trust',
  name: 'Stroke ward',
  kind: 'acute_ward',
  sector: 'health',
  postcode: 'BN11 2DH',
  position: { latitude: 50.817, longitude: -0.365 },
  minimum_age: 18,
  clearances: ['dbs_enhanced', 'vaccination:hepatitis_b'],
  adjustments: ['step_free_access'],
  lone_working: false,
  independent_travel: false,
  permitted_tasks: ['Personal care', 'Meals and drinks'],
  shift_pattern: { kind: 'rolling', days_on: 4, days_off: 4, starts_at: '07:30', shift_hours: 12, break_minutes: 60 },
  working_time: { weekly_hours: 38.5, evenings: false, nights: false, weekends: true },
  evidence: [{ qualification: 'care_certificate', criteria: ['8.3', '13.3'] }],
  mentors: [{ name: 'Delyth Marchbanks', email: null, apprentices_at_once: 2 }],
  contact: { name: 'Owen Fairhurst', role: 'Ward manager', email: null, telephone: '01632 960104' },
  periods: [{ starts_on: '2020-03-02', ends_on: null, at_most: 2, at_least: 0, or_none: false }],
  closures: [],
  version: 1,
}

const nothing = {
  pay: null,
  shifts: null,
  vaccination: null,
  lone_working: null,
  travel_expenses: null,
  uniform: null,
  sickness: null,
  induction: null,
}

let settings = [ward]
let policies: PoliciesRead = {
  ...nothing,
  organisation_id: hospital,
  organisation_name: 'Coastal Hospitals Trust',
  vaccination: { text: 'Hepatitis B before the first shift.', code: 'mandatory' },
  version: 1,
}

const payroll = { name: 'Priya Lindqvist', role: 'Payroll', email: null, telephone: '01632 960233' }
let contacts: ContactsRead = { organisation_id: hospital, contacts: { pay: payroll }, version: 1 }

/** Undoes every change, between tests. */
export function resetHosts() {
  settings = [ward]
  policies = { ...policies, version: 1 }
  contacts = { ...contacts, contacts: { pay: payroll }, version: 1 }
}

/** Applies a change to the version that was looked at, as the service does. */
function change(request: Request, id: unknown, after: Partial<SettingRead>) {
  const setting = settings.find((known) => known.id === id)
  if (!setting) return notFound()
  if (request.headers.get('If-Match') !== `"${setting.version}"`) {
    return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
  }
  const changed = { ...setting, ...after, version: setting.version + 1 }
  settings = settings.map((known) => (known.id === id ? changed : known))
  return HttpResponse.json(changed)
}

export const hostsHandlers = [
  http.get(`${root}/organisations/:id`, ({ params }) => {
    const organisation = organisations.find(({ id }) => id === params['id'])
    return organisation ? HttpResponse.json(organisation) : notFound()
  }),
  http.get(`${root}/organisations/:id/policies`, ({ params }) =>
    HttpResponse.json(params['id'] === hospital ? policies : { ...nothing, organisation_id: params['id'], version: 0 }),
  ),
  http.put<never, PoliciesUpdate>(`${root}/organisations/:id/policies`, async ({ request }) => {
    policies = { ...policies, ...(await request.json()), version: policies.version + 1 }
    return HttpResponse.json(policies)
  }),
  http.get(`${root}/organisations/:id/contacts`, () => HttpResponse.json(contacts)),
  http.put<never, ContactsUpdate>(`${root}/organisations/:id/contacts`, async ({ request }) => {
    if (request.headers.get('If-Match') !== `"${contacts.version}"`) {
      return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
    }
    contacts = { ...contacts, ...(await request.json()), version: contacts.version + 1 }
    return HttpResponse.json(contacts)
  }),
  http.get(`${root}/policies/comparison`, ({ request }) => {
    const ids = new URL(request.url).searchParams.getAll('organisation_id')
    const compared = organisations.filter(({ id }) => ids.includes(id))
    const statements = compared.map(({ id }) =>
      id === council ? { text: 'Offered, never asked for.', code: 'voluntary' } : policies.vaccination,
    )
    return HttpResponse.json({
      organisations: compared.map(({ id, name }) => ({ id, name })),
      topics: [
        { topic: 'uniform', verdict: 'incomplete', statements: compared.map(() => null) },
        { topic: 'vaccination', verdict: 'different', statements },
      ],
    })
  }),
  http.get(`${root}/settings`, ({ request }) => {
    const organisationId = new URL(request.url).searchParams.get('organisation_id')
    return HttpResponse.json({
      items: settings.filter(({ organisation_id }) => organisation_id === organisationId),
      next_cursor: null,
    })
  }),
  http.post<never, SettingCreate>(`${root}/settings`, async ({ request }) => {
    const added = { ...ward, ...(await request.json()), id: uuid(30, 2), periods: [], version: 1 }
    settings = [...settings, added]
    return HttpResponse.json(added, { status: 201 })
  }),
  http.get(`${root}/settings/:id`, ({ params }) => {
    const setting = settings.find(({ id }) => id === params['id'])
    return setting ? HttpResponse.json(setting) : notFound()
  }),
  http.put<{ id: string }, SettingUpdate>(`${root}/settings/:id`, async ({ request, params }) =>
    change(request, params.id, await request.json()),
  ),
  http.put<{ id: string }, CapacityUpdate>(`${root}/settings/:id/capacity`, async ({ request, params }) => {
    const wanted = await request.json()
    if (wanted.periods.length > 1) {
      const errors = [{ pointer: '/periods', message: 'Two of the periods share a day' }]
      return problem(422, 'invalid-input', 'Some of the input is not valid', { errors })
    }
    return change(request, params.id, wanted)
  }),
  http.get(`${root}/settings/:id/weekly-capacity`, () =>
    HttpResponse.json({
      items: ['2027-03-01', '2027-03-08', '2027-03-15'].map((week_of, index) => ({
        week_of,
        at_most: index === 2 ? 0 : 2,
        at_least: 0,
        or_none: false,
        closed: index === 2,
        reason: index === 2 ? 'Refurbishment' : null,
      })),
    }),
  ),
]
