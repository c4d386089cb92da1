import type { EnrolmentState } from '@/api/learners.gen'

/** What a coordinator may record about an enrolment, by the name in the address. */
export const actions = {
  change: { title: 'Change the enrolment', link: 'Change planned end or employer', states: ['active', 'on_break'] },
  break: { title: 'Begin a break', link: 'Begin a break', states: ['active'] },
  return: { title: 'Return from the break', link: 'Record the return', states: ['on_break'] },
  transfer: { title: 'Move to another cohort', link: 'Move to another cohort', states: ['active', 'on_break'] },
  complete: { title: 'Complete the enrolment', link: 'Record the completion', states: ['active'] },
  withdraw: { title: 'Withdraw the learner', link: 'Withdraw the learner', states: ['active', 'on_break'] },
} as const satisfies Record<string, { title: string; link: string; states: readonly EnrolmentState[] }>

export type ActionName = keyof typeof actions

export const actionNames = Object.keys(actions).filter(isActionName)

export function isActionName(name: string): name is ActionName {
  return name in actions
}

export function isOpenTo(action: ActionName, state: EnrolmentState): boolean {
  const states: readonly EnrolmentState[] = actions[action].states
  return states.includes(state)
}
