import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EditCohortForm } from '@/features/cohorts/cohort-form'

const route = getRouteApi('/signed-in/cohorts/$cohortId/edit')

export function EditCohortPage() {
  const { cohortId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/learners/v1/cohorts/{cohort_id}', {
    params: { path: { cohort_id: cohortId } },
  })
  const back = (
    <Link to="/cohorts/$cohortId" params={{ cohortId }} className="nhsuk-back-link">
      Back to the cohort
    </Link>
  )
  return (
    <LoadedPage query={query} title="Edit the cohort" back={back}>
      {(cohort) => (
        <Page title="Edit the cohort" kicker={`${cohort.name}, ${cohort.programme_name}`} back={back} narrow>
          <EditCohortForm
            cohort={cohort}
            onSaved={() =>
              navigate({ to: '/cohorts/$cohortId', params: { cohortId }, state: { flash: 'The cohort is saved' } })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
