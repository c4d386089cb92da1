import { Link } from '@tanstack/react-router'
import type { LearnerEnrolment } from '@/api/learners.gen'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { EnrolmentHistory } from '@/features/enrolments/enrolment-history'
import { formatDate } from '@/lib/dates'

/** Each enrolment as a card, with the history of the latest. */
export function EnrolmentsOfLearner({ enrolments }: { enrolments: readonly LearnerEnrolment[] }) {
  if (enrolments.length === 0) {
    return (
      <EmptyState title="Not enrolled">
        <p>There is no enrolment that you may see.</p>
      </EmptyState>
    )
  }
  return (
    <div>
      {enrolments.map((enrolment, index) => (
        <Card
          key={enrolment.id}
          title={enrolment.programme_name}
          actions={<EnrolmentStateTag state={enrolment.state} />}
        >
          <SummaryList
            facts={{
              Cohort: (
                <Link to="/cohorts/$cohortId" params={{ cohortId: enrolment.cohort_id }}>
                  {enrolment.cohort_name}
                </Link>
              ),
              'Employer of record': enrolment.employer_name,
              Started: formatDate(enrolment.started_on),
              'Planned end': enrolment.ended_on ? null : formatDate(enrolment.planned_end_on),
              Ended: enrolment.ended_on && formatDate(enrolment.ended_on),
            }}
          />
          {index === 0 && (
            <>
              <h3 className="cw-card__subtitle">History</h3>
              <EnrolmentHistory enrolmentId={enrolment.id} />
            </>
          )}
          <p className="cw-card__foot cw-gap-above">
            <Link to="/enrolments/$enrolmentId" params={{ enrolmentId: enrolment.id }}>
              Open this enrolment<span className="nhsuk-u-visually-hidden"> in {enrolment.cohort_name}</span>
            </Link>
          </p>
        </Card>
      ))}
    </div>
  )
}
