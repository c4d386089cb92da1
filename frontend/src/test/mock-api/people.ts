import { http, HttpResponse } from 'msw'
import type { Client, Invitation, Member, SignedIn } from '@/api/identity.gen'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { problem } from '@/test/mock-api/problem'

const root = '*/api/identity/v1'
const noContent = () => new HttpResponse(null, { status: 204 })
const page = (items: unknown[]) => HttpResponse.json({ items, next_cursor: null })

const places: SignedIn[] = [
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

const members: Member[] = (['coordinator', 'employer', 'assessor', 'administrator'] as const).map((role, index) => ({
  id: uuid(8, index),
  account: sessionAs(role).account,
  roles: [role],
  joined_at: `2026-01-1${index}T09:00:00Z`,
}))

const invitations: Invitation[] = [
  {
    id: uuid(9, 1),
    email: 'tutor@college.example',
    roles: ['tutor'],
    created_at: '2026-03-01T10:00:00Z',
    expires_at: '2026-03-08T10:00:00Z',
    state: 'open',
  },
]

const clients: Client[] = [
  { id: uuid(10, 1), name: 'Payroll', scopes: ['learners:read', 'placements:read'], created_at: '2026-02-01T10:00:00Z' },
]

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
  http.patch(`${root}/members/:id`, () => HttpResponse.json(members[1])),
  http.delete(`${root}/members/:id`, noContent),
  http.get(`${root}/invitations`, () => page(invitations)),
  http.post<never, { email: string; roles: Invitation['roles'] }>(`${root}/invitations`, async ({ request }) => {
    const { email, roles } = await request.json()
    const created: Invitation = { id: uuid(9, 2), email, roles, created_at: '2026-03-02T10:00:00Z', expires_at: '2026-03-09T10:00:00Z', state: 'open' }
    return HttpResponse.json({ ...created, link: 'https://crossway.example/accept-invitation#token=one-time' }, { status: 201 })
  }),
  http.delete(`${root}/invitations/:id`, noContent),
  http.post(`${root}/invitations/lookup`, () =>
    HttpResponse.json({ partnership_name: 'Leeds', email: 'new.person@college.example', roles: ['tutor'], has_account: false }),
  ),
  http.get(`${root}/partner-clients`, () => page(clients)),
  http.post(`${root}/partner-clients`, () =>
    HttpResponse.json({ id: uuid(10, 2), client_id: 'crossway-roster', secret: 'a-long-secret-that-is-shown-once' }, { status: 201 }),
  ),
  http.post(`${root}/partner-clients/:id/secrets`, () =>
    HttpResponse.json({ id: uuid(10, 1), client_id: 'crossway-payroll', secret: 'another-long-secret-that-is-shown-once' }, { status: 201 }),
  ),
  http.delete(`${root}/partner-clients/:id`, noContent),
]
