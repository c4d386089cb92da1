import { Link } from '@tanstack/react-router'
import type { OwnEnrolment } from '@/api/learners.gen'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { Supporters } from '@/components/domain/supporters'
import { Card } from '@/components/ui/card/card'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { formatDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** Where an apprentice is, and who is there for them. */
export function OwnProgress({ own }: { own: OwnEnrolment }) {
  const { enrolment, days_done, days_planned, supporters } = own
  const weeksDone = Math.floor(days_done / 7)
  const weeksPlanned = Math.max(Math.round(days_planned / 7), 1)
  return (
    <div className="cw-columns">
      <Card title={enrolment.programme_name} actions={<EnrolmentStateTag state={enrolment.state} />}>
        <p id="own-progress" className="cw-progress__label">
          <strong>{counted(weeksDone, 'week')}</strong> of {weeksPlanned} done
        </p>
        <progress
          className="cw-progress"
          aria-labelledby="own-progress"
          value={days_done}
          max={Math.max(days_planned, 1)}
        />
        <SummaryList
          facts={{
            Cohort: enrolment.cohort_name,
            'Your employer': enrolment.employer_name,
            'You started': formatDate(enrolment.started_on),
            'Planned end': formatDate(enrolment.planned_end_on),
            'Expected back': enrolment.return_expected_on && formatDate(enrolment.return_expected_on),
          }}
        />
        <p className="cw-card__foot cw-gap-above">
          <Link to="/programmes/$programmeId" params={{ programmeId: enrolment.programme_id }}>
            How your programme goes
          </Link>
        </p>
      </Card>
      <Card title="Who is there for you">
        <Supporters supporters={supporters} />
      </Card>
    </div>
  )
}
