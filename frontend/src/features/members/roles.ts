import { roleNames, roles } from '@/api/access'
import type { Role } from '@/api/identity.gen'

const roleHints: Record<Role, string> = {
  coordinator: 'Plans and runs programmes: sees and changes everything in the partnership',
  employer: 'Sees the apprentices of their own organisation',
  line_manager: 'Manages apprentices in the employer of record',
  mentor: 'Supports apprentices at a placement',
  apprentice: 'Sees their own record',
  tutor: 'Teaches at the training provider',
  assessor: 'Assesses the work of their apprentices',
  iqa: 'Checks the assessors’ decisions',
  eqa: 'Checks from outside, reading only',
  funder: 'Sees figures, no people',
  administrator: 'Manages people and partner systems',
}

export const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))
