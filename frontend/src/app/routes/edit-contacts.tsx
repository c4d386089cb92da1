import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToOrganisation, useReturnToOrganisation } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { ContactsForm } from '@/features/contacts/contacts-form'

const route = getRouteApi('/signed-in/organisations/$organisationId/contacts')

export function EditContactsPage() {
  const { organisationId } = route.useParams()
  const returnToOrganisation = useReturnToOrganisation(organisationId)
  const organisation = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}/contacts', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = <BackToOrganisation organisationId={organisationId} />
  return (
    <LoadedPage query={query} title="Edit the contacts" back={back}>
      {(contacts) => (
        <Page
          title="Edit the contacts"
          kicker={organisation.data?.name ?? 'Organisation'}
          back={back}
          lead={
            <p>
              Whom apprentices ask for what. Where nobody is named, they are shown the contact of their setting, the
              next organisation that names somebody, or their coordinator.
            </p>
          }
          narrow
        >
          <ContactsForm contacts={contacts} onSaved={() => returnToOrganisation('The contacts are saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
