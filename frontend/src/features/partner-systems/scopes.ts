/** What a partner system may be allowed to do, in words. */
export const scopeOptions = [
  { value: 'learners:read', label: 'Read programmes, learners and enrolments' },
  { value: 'learners:write', label: 'Add and change programmes, learners and enrolments' },
  { value: 'placements:read', label: 'Read organisations and placements' },
  { value: 'placements:write', label: 'Add and change organisations and placements' },
  { value: 'portfolio:read', label: 'Read evidence and decisions' },
  { value: 'portfolio:write', label: 'Add evidence' },
  { value: 'identity:read', label: 'Read who the members are' },
  { value: 'events:read', label: 'Follow what happens, as a feed of events' },
] as const

export function scopeName(scope: string): string {
  return scopeOptions.find(({ value }) => value === scope)?.label ?? scope
}
