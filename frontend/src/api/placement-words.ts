import type { State, Topic } from '@/api/placements.gen'

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

/** What apprentices ask about, as they would say it. */
export const topicNames: Record<Topic, string> = {
  pay: 'Pay',
  absence: 'When you cannot come',
  travel_claims: 'Travel claims',
  learning: 'Learning',
  evidence: 'Evidence',
  concern: 'A concern',
  safeguarding: 'Safeguarding',
}
