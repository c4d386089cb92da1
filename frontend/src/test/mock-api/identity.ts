import { http, HttpResponse } from 'msw'
import type { Role } from '@/api/identity.gen'
import type { Session } from '@/api/session'
import {
  demonstrationEmail,
  demonstrationPassword,
  demonstrationRoles,
  partnershipNames,
  sessionAs,
} from '@/test/mock-api/identity-data'
import { problem, signInRequired } from '@/test/mock-api/problem'

const root = '*/api/identity/v1'

/** Who is signed in at the mock. Tests set it; signing in and out changes it. */
export const signedIn: { session: Session | null } = { session: null }

const demonstration = partnershipNames.map((partnership_name, partnership) => ({
  partnership_name,
  accounts: demonstrationRoles.map(([role, display_name]) => ({
    role: role as Role,
    display_name,
    label: null,
    email: demonstrationEmail(role, partnership),
    password: demonstrationPassword,
  })),
}))

export const identityHandlers = [
  http.get(`${root}/session`, () => (signedIn.session ? HttpResponse.json(signedIn.session) : signInRequired())),

  http.post<never, { email: string; password: string }>(`${root}/session`, async ({ request }) => {
    const { email, password } = await request.json()
    for (const [partnership] of partnershipNames.entries()) {
      for (const [role] of demonstrationRoles) {
        if (email !== demonstrationEmail(role, partnership) || password !== demonstrationPassword) continue
        signedIn.session = sessionAs(role, {
          everywhere: role === 'coordinator',
          partnership: role === 'coordinator' ? 0 : partnership,
        })
        return HttpResponse.json(signedIn.session, { status: 201 })
      }
    }
    return problem(401, 'sign-in-failed', 'Sign-in failed', {
      detail: 'This email address and password do not belong together. Check both and try again.',
    })
  }),

  http.delete(`${root}/session`, () => {
    signedIn.session = null
    return new HttpResponse(null, { status: 204 })
  }),

  http.put<never, { membership_id: string }>(`${root}/session/membership`, async ({ request }) => {
    const { membership_id } = await request.json()
    const membership = signedIn.session?.memberships.find(({ id }) => id === membership_id)
    if (!signedIn.session || !membership) return problem(404, 'not-found', 'Not found')
    signedIn.session = { ...signedIn.session, membership }
    return HttpResponse.json(signedIn.session)
  }),

  http.get(`${root}/demonstration`, () => HttpResponse.json({ programmes: demonstration })),

  http.post(`${root}/password-resets`, () => new HttpResponse(null, { status: 202 })),
  http.put(`${root}/password-resets`, () => new HttpResponse(null, { status: 204 })),
]
