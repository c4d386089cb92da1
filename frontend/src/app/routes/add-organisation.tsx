import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '@/components/ui/page/page'
import { AddOrganisationForm } from '@/features/organisations/organisation-form'

const route = getRouteApi('/signed-in/organisations/new')

export function AddOrganisationPage() {
  const navigate = route.useNavigate()
  return (
    <Page
      title="Add an organisation"
      narrow
      back={
        <Link to="/organisations" className="nhsuk-back-link">
          Back to organisations
        </Link>
      }
    >
      <AddOrganisationForm
        onAdded={({ id, name }) =>
          navigate({
            to: '/organisations/$organisationId',
            params: { organisationId: id },
            state: { flash: `${name} is a member of the partnership now` },
          })
        }
      />
    </Page>
  )
}
