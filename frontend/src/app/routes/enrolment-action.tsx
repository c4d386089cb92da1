import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { personName } from '@/api/words'
import { PageNotFound } from '@/app/routes/failures'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { ActionForm } from '@/features/enrolments/action-form'
import { actions, isActionName, isOpenTo } from '@/features/enrolments/actions'

const route = getRouteApi('/signed-in/enrolments/$enrolmentId/$action')

export function EnrolmentActionPage() {
  const { enrolmentId, action } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/learners/v1/enrolments/{enrolment_id}', {
    params: { path: { enrolment_id: enrolmentId } },
  })
  if (!isActionName(action)) return <PageNotFound />
  const { title } = actions[action]
  const back = (
    <Link to="/enrolments/$enrolmentId" params={{ enrolmentId }} className="nhsuk-back-link">
      Back to the enrolment
    </Link>
  )
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(enrolment) => (
        <Page title={title} kicker={`${personName(enrolment)}, ${enrolment.cohort_name}`} back={back} narrow>
          {isOpenTo(action, enrolment.state) ? (
            <ActionForm
              action={action}
              enrolment={enrolment}
              onSaved={(flash) =>
                navigate({ to: '/enrolments/$enrolmentId', params: { enrolmentId }, state: { flash } })
              }
            />
          ) : (
            <p>This cannot be recorded now: look at the state and the history of the enrolment.</p>
          )}
        </Page>
      )}
    </LoadedPage>
  )
}
