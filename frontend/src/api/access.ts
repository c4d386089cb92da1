import type { Role } from '@/api/identity.gen'
import type { Session } from '@/api/session'

/**
 * What the client offers to whom. The services decide again on every request;
 * this only keeps people from meeting doors that are shut to them.
 */
const allowed = {
  'see learners': [
    'coordinator',
    'administrator',
    'employer',
    'line_manager',
    'mentor',
    'tutor',
    'assessor',
    'iqa',
    'eqa',
  ],
  'see enrolments': [
    'coordinator',
    'administrator',
    'employer',
    'line_manager',
    'mentor',
    'apprentice',
    'tutor',
    'assessor',
    'iqa',
    'eqa',
  ],
  'see cohorts': [
    'coordinator',
    'administrator',
    'employer',
    'line_manager',
    'mentor',
    'tutor',
    'assessor',
    'iqa',
    'eqa',
    'funder',
  ],
  'change enrolments': ['coordinator'],
  'see planning facts': ['coordinator', 'administrator', 'employer', 'line_manager'],
  'change planning facts': ['coordinator'],
  'change clearances': ['coordinator', 'employer'],
  'see adjustments': ['coordinator', 'administrator', 'employer'],
  'manage programmes': ['coordinator'],
  'see hosts': ['coordinator', 'administrator', 'mentor', 'apprentice', 'tutor', 'assessor', 'iqa', 'eqa'],
  'see own hosts': ['employer', 'line_manager'],
  'manage hosts': ['coordinator', 'administrator'],
  'manage own hosts': ['employer'],
  'set requirements': ['coordinator', 'administrator'],
  'plan rotations': ['coordinator', 'administrator'],
  'see costs': ['coordinator', 'administrator', 'funder'],
  'see placements': ['coordinator', 'administrator', 'employer', 'line_manager', 'mentor'],
  'see placement needs': ['coordinator', 'administrator', 'employer', 'line_manager'],
  'answer offers': ['employer'],
  'see members': ['administrator', 'coordinator'],
  'manage members': ['administrator'],
  'manage partner systems': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof allowed

export function can(session: Session, action: Action): boolean {
  const roles: readonly Role[] = allowed[action]
  return session.membership?.roles.some((role) => roles.includes(role)) ?? false
}

/** Whether the settings and policies of an organisation are theirs to see. */
export function seesHost(session: Session, organisationId: string): boolean {
  return can(session, 'see hosts') || (can(session, 'see own hosts') && speaksFor(session, organisationId))
}

/** Whether the settings and policies of an organisation are theirs to change. */
export function mayChangeHost(session: Session, organisationId: string): boolean {
  return can(session, 'manage hosts') || (can(session, 'manage own hosts') && speaksFor(session, organisationId))
}

/** Whether an organisation is one of those that they speak for. */
export function speaksFor(session: Session, organisationId: string): boolean {
  return session.membership?.organisation_ids.includes(organisationId) ?? false
}

/** Every role, in the order in which they are offered. */
export const roles = [
  'coordinator',
  'employer',
  'line_manager',
  'mentor',
  'apprentice',
  'tutor',
  'assessor',
  'iqa',
  'eqa',
  'funder',
  'administrator',
] as const satisfies readonly Role[]

export const roleNames: Record<Role, string> = {
  coordinator: 'Coordinator',
  employer: 'Employer',
  line_manager: 'Line manager',
  mentor: 'Mentor',
  apprentice: 'Apprentice',
  tutor: 'Tutor',
  assessor: 'Assessor',
  iqa: 'Internal quality assurer',
  eqa: 'External quality assurer',
  funder: 'Funder',
  administrator: 'Administrator',
}
