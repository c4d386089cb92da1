import { http, HttpResponse } from 'msw'
import type { InvitationRead, MemberRead, PartnerClientRead, SignInRead } from '@/api/identity.gen'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/identity/v1'
const noContent = () => new HttpResponse(null, { status: 204 })
const page = (items: unknown[]) => HttpResponse.json({ items, next_cursor: null })

const places: SignInRead[] = [
  {
    id: uuid(4, 1),
    created_at: '2026-03-02T08:04:00Z',
    last_seen_at: '2026-03-02T14:05:00Z',
    user_agent: 'Chrome on Linux',
    current: true,
  },
  {
    id: uuid(4, 2),
    created_at: '2026-02-27T17:30:00Z',
    last_seen_at: '2026-03-01T19:12:00Z',
    user_agent: 'Safari on iPhone',
    current: false,
  },
]

const members: MemberRead[] = (['coordinator', 'employer', 'assessor', 'administrator'] as const).map(
  (role, index) => ({
    id: uuid(8, index),
    account: sessionAs(role).account,
    roles: [role],
    organisation_ids: [],
    learner_id: null,
    label: role === 'employer' ? 'Workforce lead' : null,
    joined_at: `2026-01-1${index}T09:00:00Z`,
    last_used_at: index < 2 ? '2026-03-01T10:00:00Z' : null,
    version: 1,
  }),
)

const invitations: InvitationRead[] = [
  {
    id: uuid(9, 1),
    email: 'tutor@college.example',
    roles: ['tutor'],
    organisation_ids: [],
    learner_id: null,
    accepted_at: null,
    created_at: '2026-03-01T10:00:00Z',
    expires_at: '2026-03-08T10:00:00Z',
    state: 'open',
  },
]

const payroll: PartnerClientRead = {
  id: uuid(10, 1),
  name: 'Payroll',
  scopes: ['learners:read', 'placements:read'],
  created_at: '2026-02-01T10:00:00Z',
  secrets: [{ id: uuid(11, 1), created_at: '2026-02-01T10:00:00Z', last_used_at: '2026-03-02T02:00:00Z' }],
}

export const peopleHandlers = [
  http.get(`${root}/sessions`, () => page(places)),
  http.delete(`${root}/sessions/:id`, ({ params }) => {
    places.splice(0, places.length, ...places.filter(({ id }) => id !== params['id']))
    return noContent()
  }),
  http.delete(`${root}/sessions`, () => {
    places.splice(0, places.length, ...places.filter(({ current }) => current))
    return noContent()
  }),
  http.put<never, { current_password: string }>(`${root}/account/password`, async ({ request }) => {
    const { current_password } = await request.json()
    if (current_password !== 'wrong') return noContent()
    return problem(422, 'invalid-request', 'Invalid request', {
      errors: [{ pointer: '/current_password', message: 'This is not your current password' }],
    })
  }),
  http.get(`${root}/members`, () => page(members)),
  http.get(`${root}/members/:id`, ({ params }) => {
    const member = members.find(({ id }) => id === params['id'])
    return member ? HttpResponse.json(member) : notFound()
  }),
  http.patch(`${root}/members/:id`, () => HttpResponse.json(members[1])),
  http.delete(`${root}/members/:id`, noContent),
  http.get(`${root}/invitations`, () => page(invitations)),
  http.post<never, { email: string; roles: InvitationRead['roles'] }>(`${root}/invitations`, async ({ request }) => {
    const { email, roles } = await request.json()
    const created = { ...invitations[0], id: uuid(9, 2), email, roles }
    return HttpResponse.json(
      { ...created, link: 'https://crossway.example/invitation#token=one-time' },
      { status: 201 },
    )
  }),
  http.delete(`${root}/invitations/:id`, noContent),
  http.post(`${root}/invitations/lookup`, () =>
    HttpResponse.json({
      partnership_name: 'Leeds',
      email: 'new.person@college.example',
      roles: ['tutor'],
      account_exists: false,
    }),
  ),
  http.get(`${root}/partner-clients`, () => page([payroll])),
  http.post(`${root}/partner-clients`, () =>
    HttpResponse.json({ ...payroll, id: uuid(10, 2), name: 'Roster', secrets: [] }, { status: 201 }),
  ),
  http.post(`${root}/partner-clients/:id/secrets`, ({ params }) =>
    HttpResponse.json(
      { id: uuid(11, 2), client_id: params['id'], secret: 'a-long-secret-that-is-shown-once' },
      { status: 201 },
    ),
  ),
  http.delete(`${root}/partner-clients/:id/secrets/:secretId`, noContent),
  http.delete(`${root}/partner-clients/:id`, noContent),
]
