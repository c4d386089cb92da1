import type { ExclusionReason } from '@/api/placements.gen'

export const exclusionReasonNames: Record<ExclusionReason, string> = {
  conflict_of_interest: 'A conflict of interest',
  adjustment_not_possible: 'An adjustment they need is not possible there',
  agreed_with_apprentice: 'Agreed with the apprentice',
  agreed_with_host: 'Agreed with the host',
}
