import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EditOrganisationForm } from '@/features/organisations/organisation-form'

const route = getRouteApi('/signed-in/organisations/$organisationId/edit')

export function EditOrganisationPage() {
  const { organisationId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = (
    <Link to="/organisations/$organisationId" params={{ organisationId }} className="nhsuk-back-link">
      Back to the organisation
    </Link>
  )
  return (
    <LoadedPage query={query} title="Edit the organisation" back={back}>
      {(organisation) => (
        <Page title="Edit the organisation" kicker={organisation.name} back={back} narrow>
          <EditOrganisationForm
            organisation={organisation}
            onSaved={() =>
              navigate({
                to: '/organisations/$organisationId',
                params: { organisationId },
                state: { flash: 'The organisation is saved' },
              })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
