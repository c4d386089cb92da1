/** What a partner system may be allowed to do, in words. */
export const scopeOptions = [
  { value: 'learners:read', label: 'Read learners and enrolments' },
  { value: 'learners:write', label: 'Add and change learners and enrolments' },
  { value: 'placements:read', label: 'Read placements and organisations' },
  { value: 'placements:write', label: 'Add and change placements and organisations' },
  { value: 'portfolio:read', label: 'Read evidence and decisions' },
  { value: 'portfolio:write', label: 'Add evidence' },
  { value: 'events:read', label: 'Follow the event feeds' },
] as const

export function scopeName(scope: string): string {
  return scopeOptions.find(({ value }) => value === scope)?.label ?? scope
}
