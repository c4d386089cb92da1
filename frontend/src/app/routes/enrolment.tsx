import { getRouteApi } from '@tanstack/react-router'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { personName } from '@/api/words'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { CaseloadOf } from '@/features/enrolments/caseload-of'
import { EnrolmentActions } from '@/features/enrolments/enrolment-actions'
import { EnrolmentFacts } from '@/features/enrolments/enrolment-facts'
import { EnrolmentHistory } from '@/features/enrolments/enrolment-history'

const route = getRouteApi('/signed-in/enrolments/$enrolmentId')

export function EnrolmentPage() {
  const session = useSession()
  const { enrolmentId } = route.useParams()
  const query = queries.useQuery('get', '/api/learners/v1/enrolments/{enrolment_id}', {
    params: { path: { enrolment_id: enrolmentId } },
  })
  return (
    <LoadedPage query={query} title="Enrolment">
      {(enrolment) => (
        <Page
          title={personName(enrolment)}
          documentTitle={`Enrolment of ${personName(enrolment)}`}
          kicker="Enrolment of"
          back={
            <Breadcrumbs
              steps={[
                {
                  label: enrolment.cohort_name,
                  link: { to: '/cohorts/$cohortId', params: { cohortId: enrolment.cohort_id } },
                },
                {
                  label: personName(enrolment),
                  link: { to: '/learners/$learnerId', params: { learnerId: enrolment.learner_id } },
                },
              ]}
            />
          }
          status={
            <>
              <EnrolmentStateTag state={enrolment.state} />
              {enrolment.uln_is_temporary && <Tag tone="attention">Temporary ULN</Tag>}
            </>
          }
        >
          <div className="cw-columns">
            <div>
              <Card title="Enrolment">
                <EnrolmentFacts enrolment={enrolment} />
              </Card>
              <Card title="History">
                <EnrolmentHistory enrolmentId={enrolment.id} />
              </Card>
            </div>
            <div>
              {can(session, 'change enrolments') && (
                <Card title="What would you like to record?">
                  <EnrolmentActions enrolment={enrolment} />
                </Card>
              )}
              <Card title="On the learner’s side">
                <CaseloadOf enrolmentId={enrolment.id} />
              </Card>
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
