import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToOrganisation, useReturnToOrganisation } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EditOrganisationForm } from '@/features/organisations/organisation-form'

const route = getRouteApi('/signed-in/organisations/$organisationId/edit')

export function EditOrganisationPage() {
  const { organisationId } = route.useParams()
  const returnToOrganisation = useReturnToOrganisation(organisationId)
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = <BackToOrganisation organisationId={organisationId} />
  return (
    <LoadedPage query={query} title="Edit the organisation" back={back}>
      {(organisation) => (
        <Page title="Edit the organisation" kicker={organisation.name} back={back} narrow>
          <EditOrganisationForm
            organisation={organisation}
            onSaved={() => returnToOrganisation('The organisation is saved')}
          />
        </Page>
      )}
    </LoadedPage>
  )
}
