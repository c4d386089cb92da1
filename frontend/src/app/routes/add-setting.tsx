import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToOrganisation } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { AddSettingForm } from '@/features/host-settings/setting-forms'

const route = getRouteApi('/signed-in/organisations/$organisationId/settings/new')

export function AddSettingPage() {
  const { organisationId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const back = <BackToOrganisation organisationId={organisationId} />
  return (
    <LoadedPage query={query} title="Add a setting" back={back}>
      {(organisation) => (
        <Page title="Add a setting" kicker={organisation.name} back={back} narrow>
          <AddSettingForm
            organisationId={organisation.id}
            onAdded={({ id }) =>
              navigate({
                to: '/settings/$settingId/capacity',
                params: { settingId: id },
                state: { flash: 'The setting is added: say now how many apprentices it takes' },
              })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
