import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToOrganisation, useReturnToOrganisation } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { PoliciesForm } from '@/features/policies/policies-form'

const route = getRouteApi('/signed-in/organisations/$organisationId/policies')

export function EditPoliciesPage() {
  const { organisationId } = route.useParams()
  const returnToOrganisation = useReturnToOrganisation(organisationId)
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}/policies', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = <BackToOrganisation organisationId={organisationId} />
  return (
    <LoadedPage query={query} title="Edit the policies" back={back}>
      {(policies) => (
        <Page title="Edit the policies" kicker={policies.organisation_name} back={back} narrow>
          <PoliciesForm policies={policies} onSaved={() => returnToOrganisation('The policies are saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
