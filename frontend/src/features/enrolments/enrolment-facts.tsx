import { Link } from '@tanstack/react-router'
import type { EnrolmentRead } from '@/api/learners.gen'
import { outcomeNames, recruitedAsNames, withdrawalReasonNames } from '@/api/words'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { formatDate } from '@/lib/dates'

export function EnrolmentFacts({ enrolment }: { enrolment: EnrolmentRead }) {
  const { break_started_on, return_expected_on, ended_on, withdrawal_reason, outcome } = enrolment
  return (
    <SummaryList
      facts={{
        Programme: (
          <Link to="/programmes/$programmeId" params={{ programmeId: enrolment.programme_id }}>
            {enrolment.programme_name}
          </Link>
        ),
        Cohort: (
          <Link to="/cohorts/$cohortId" params={{ cohortId: enrolment.cohort_id }}>
            {enrolment.cohort_name}
          </Link>
        ),
        'Employer of record': enrolment.employer_name ?? 'Name not known yet',
        'Recruited as': recruitedAsNames[enrolment.recruited_as],
        Started: formatDate(enrolment.started_on),
        'Planned end': formatDate(enrolment.planned_end_on),
        'On a break since': break_started_on && formatDate(break_started_on),
        'Expected back': return_expected_on && formatDate(return_expected_on),
        Ended: ended_on && formatDate(ended_on),
        'Reason for leaving': withdrawal_reason && withdrawalReasonNames[withdrawal_reason],
        Outcome: outcome && outcomeNames[outcome],
      }}
    />
  )
}
