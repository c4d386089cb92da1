import type { State } from '@/api/placements.gen'

export const placementStateNames: Record<State, string> = {
  proposed: 'Planned',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
  confirmed: 'Confirmed',
  inducted: 'Inducted',
  started: 'Under way',
  suspended: 'Suspended',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
}
