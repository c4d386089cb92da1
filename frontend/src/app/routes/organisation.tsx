import { getRouteApi, Link } from '@tanstack/react-router'
import { can, mayChangeHost, seesHost } from '@/api/access'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { ContactsOfOrganisation } from '@/features/contacts/contacts-of-organisation'
import { SettingsOfOrganisation } from '@/features/host-settings/settings-of-organisation'
import { OrganisationFacts } from '@/features/organisations/organisation-facts'
import { PoliciesOfOrganisation } from '@/features/policies/policy-statements'

const route = getRouteApi('/signed-in/organisations/$organisationId')

export function OrganisationPage() {
  const session = useSession()
  const { organisationId } = route.useParams()
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = <Breadcrumbs steps={[{ label: 'Organisations', link: { to: '/organisations' } }]} />
  return (
    <LoadedPage query={query} title="Organisation" back={back}>
      {(organisation) => (
        <Page
          title={organisation.name}
          kicker="Organisation"
          back={back}
          actions={
            mayChangeHost(session, organisation.id) && (
              <>
                <Link
                  to="/organisations/$organisationId/settings/new"
                  params={{ organisationId }}
                  className={buttonClass()}
                >
                  Add a setting
                </Link>
                <Link
                  to="/organisations/$organisationId/policies"
                  params={{ organisationId }}
                  className={buttonClass('secondary')}
                >
                  Edit the policies
                </Link>
                <Link
                  to="/organisations/$organisationId/contacts"
                  params={{ organisationId }}
                  className={buttonClass('secondary')}
                >
                  Edit the contacts
                </Link>
                {can(session, 'manage hosts') && (
                  <Link
                    to="/organisations/$organisationId/edit"
                    params={{ organisationId }}
                    className={buttonClass('secondary')}
                  >
                    Edit the organisation
                  </Link>
                )}
              </>
            )
          }
        >
          <div className="cw-columns cw-columns--side-first">
            <div>
              <Card title="In short">
                <OrganisationFacts organisation={organisation} />
              </Card>
              {mayChangeHost(session, organisation.id) && (
                <Card title="Whom apprentices ask">
                  <ContactsOfOrganisation organisationId={organisation.id} />
                </Card>
              )}
            </div>
            <div>
              {seesHost(session, organisation.id) ? (
                <>
                  <Card
                    title="Settings"
                    actions={
                      can(session, 'see placement needs') && (
                        <Link to="/organisations/$organisationId/hours" params={{ organisationId }}>
                          Hours on the rotas
                        </Link>
                      )
                    }
                  >
                    <SettingsOfOrganisation organisationId={organisation.id} />
                  </Card>
                  <Card title="Policies">
                    <PoliciesOfOrganisation organisationId={organisation.id} />
                  </Card>
                </>
              ) : (
                <p className="cw-muted">Its settings and policies are for its own people and the coordinator.</p>
              )}
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
