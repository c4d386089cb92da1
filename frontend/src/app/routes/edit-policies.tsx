import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { PoliciesForm } from '@/features/policies/policies-form'

const route = getRouteApi('/signed-in/organisations/$organisationId/policies')

export function EditPoliciesPage() {
  const { organisationId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}/policies', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = (
    <Link to="/organisations/$organisationId" params={{ organisationId }} className="nhsuk-back-link">
      Back to the organisation
    </Link>
  )
  return (
    <LoadedPage query={query} title="Edit the policies" back={back}>
      {(policies) => (
        <Page title="Edit the policies" kicker={policies.organisation_name} back={back} narrow>
          <PoliciesForm
            policies={policies}
            onSaved={() =>
              navigate({
                to: '/organisations/$organisationId',
                params: { organisationId },
                state: { flash: 'The policies are saved' },
              })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
