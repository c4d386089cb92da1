import { queries } from '@/api/client'
import { Supporters } from '@/components/domain/supporters'
import { Loaded } from '@/components/ui/query/loaded'

export function CaseloadOf({ enrolmentId }: { enrolmentId: string }) {
  const query = queries.useQuery('get', '/api/learners/v1/enrolments/{enrolment_id}/caseload', {
    params: { path: { enrolment_id: enrolmentId } },
  })
  return (
    <Loaded query={query} lines={3}>
      {({ supporters }) => <Supporters supporters={supporters} />}
    </Loaded>
  )
}
