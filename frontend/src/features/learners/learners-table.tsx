import { Link } from '@tanstack/react-router'
import type { LearnerSummary } from '@/api/learners.gen'
import { personName } from '@/api/words'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Tag } from '@/components/ui/tag/tag'
import { formatShortDate } from '@/lib/dates'

export function LearnersTable({ learners }: { learners: readonly LearnerSummary[] }) {
  return (
    <DataTable caption="Learners" captionHidden columns={columns} rows={learners} rowKey={(learner) => learner.id} />
  )
}

const columns: Column<LearnerSummary>[] = [
  {
    header: 'Name',
    rowHeader: true,
    cell: (learner) => (
      <Link to="/learners/$learnerId" params={{ learnerId: learner.id }}>
        {personName(learner)}
      </Link>
    ),
  },
  {
    header: 'ULN',
    unbroken: true,
    cell: ({ uln, uln_is_temporary }) => (uln_is_temporary ? <Tag tone="attention">Temporary ULN</Tag> : uln),
  },
  { header: 'Cohort', cell: ({ latest_enrolment }) => latest_enrolment?.cohort_name ?? 'Not enrolled' },
  { header: 'Employer', cell: ({ latest_enrolment }) => latest_enrolment?.employer_name ?? '' },
  {
    header: 'Enrolment',
    cell: ({ latest_enrolment }) => latest_enrolment && <EnrolmentStateTag state={latest_enrolment.state} />,
  },
  {
    header: 'Planned end',
    unbroken: true,
    cell: ({ latest_enrolment }) => latest_enrolment && formatShortDate(latest_enrolment.planned_end_on),
  },
]
