import type { ChangeKind, EnrolmentChangeRead } from '@/api/learners.gen'
import {
  breakReasonNames,
  changeReasonNames,
  enrolmentStateNames,
  outcomeNames,
  transferReasonNames,
  withdrawalReasonNames,
} from '@/api/words'
import { formatDate } from '@/lib/dates'

export const changeKindNames: Record<ChangeKind, string> = {
  started: 'Enrolled',
  changed: 'Changed',
  break_started: 'Break began',
  returned: 'Returned from the break',
  transferred: 'Moved to another cohort',
  withdrawn: 'Withdrawn',
  completed: 'Completed',
}

const reasons: Partial<Record<ChangeKind, Record<string, string>>> = {
  changed: changeReasonNames,
  break_started: breakReasonNames,
  transferred: transferReasonNames,
  withdrawn: withdrawalReasonNames,
  completed: outcomeNames,
}

export function reasonInWords({ kind, reason }: Pick<EnrolmentChangeRead, 'kind' | 'reason'>): string | null {
  return reason && (reasons[kind]?.[reason] ?? reason)
}

const fieldNames: Record<string, string> = {
  state: 'State',
  planned_end_on: 'Planned end',
  started_on: 'Start',
  ended_on: 'End',
  break_started_on: 'Break since',
  return_expected_on: 'Expected back',
  withdrawal_reason: 'Reason',
  outcome: 'Outcome',
  employer_name: 'Employer of record',
  cohort_name: 'Cohort',
}

/** The name of a field that people know, or undefined for ids and the like. */
export function fieldInWords(field: string): string | undefined {
  return fieldNames[field]
}

const codes: Record<string, string> = { ...enrolmentStateNames, ...withdrawalReasonNames, ...outcomeNames }

export function valueInWords(value: unknown): string {
  if (typeof value !== 'string' || value === '') return 'nothing'
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : (codes[value] ?? value)
}
