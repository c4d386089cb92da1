import type { OwnMembershipRead, Role } from '@/api/identity.gen'
import type { Session } from '@/api/session'

/** Invented people, partnerships and sign-ins for tests and for `npm run dev:mock`. */

export const partnershipNames = [
  'Coastal West Sussex',
  'Suffolk',
  'Lincolnshire',
  'Leeds',
  'Blackburn with Darwen',
  'North West',
  'Staffordshire',
  'Herefordshire',
  'Liverpool',
] as const

export function uuid(kind: number, number: number): string {
  return `018f0000-${String(kind).padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`
}

function membershipOf(partnership: number, role: Role): OwnMembershipRead {
  return {
    id: uuid(2, partnership * 20 + roleNumbers[role]),
    partnership: { id: uuid(1, partnership), name: partnershipNames[partnership] ?? '' },
    roles: [role],
    organisation_ids: [],
    learner_id: role === 'apprentice' ? uuid(6, 1) : null,
  }
}

const roleNumbers: Record<Role, number> = {
  coordinator: 1,
  employer: 2,
  line_manager: 3,
  mentor: 4,
  apprentice: 5,
  tutor: 6,
  assessor: 7,
  iqa: 8,
  eqa: 9,
  funder: 10,
  administrator: 11,
}

export const demonstrationRoles = [
  ['coordinator', 'Amara Whitfield'],
  ['employer', 'Gareth Penrose'],
  ['apprentice', 'Joss Holloway'],
  ['assessor', 'Priya Lindqvist'],
] as const satisfies readonly (readonly [Role, string])[]

export const demonstrationPassword = 'a demonstration password'

export function demonstrationEmail(role: Role, partnership: number): string {
  return `${role}.${partnership + 1}@demo.example`
}

/** A sign-in in the first partnership, or in all nine. */
export function sessionAs(role: Role, { everywhere = false, partnership = 0 } = {}): Session {
  const memberships = everywhere
    ? partnershipNames.map((_, index) => membershipOf(index, role))
    : [membershipOf(partnership, role)]
  const name = demonstrationRoles.find(([known]) => known === role)?.[1] ?? 'Robin Ashdown'
  return {
    account: {
      id: uuid(3, partnership * 20 + roleNumbers[role]),
      email: demonstrationEmail(role, partnership),
      display_name: name,
    },
    membership: memberships[0] ?? null,
    memberships,
    expires_at: '2030-01-01T12:00:00Z',
    methods: ['password'],
  }
}

/** Of an employer who speaks for an organisation. */
export function employerOf(organisationId: string): Session {
  const session = sessionAs('employer')
  return { ...session, membership: session.membership && { ...session.membership, organisation_ids: [organisationId] } }
}
