import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EditSettingForm } from '@/features/host-settings/setting-forms'

const route = getRouteApi('/signed-in/settings/$settingId/edit')

export function EditSettingPage() {
  const { settingId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/settings/{setting_id}', {
    params: { path: { setting_id: settingId } },
  })
  const back = (
    <Link to="/settings/$settingId" params={{ settingId }} className="nhsuk-back-link">
      Back to the setting
    </Link>
  )
  return (
    <LoadedPage query={query} title="Edit the setting" back={back}>
      {(setting) => (
        <Page title="Edit the setting" kicker={setting.name} back={back} narrow>
          <EditSettingForm
            setting={setting}
            onSaved={() =>
              navigate({ to: '/settings/$settingId', params: { settingId }, state: { flash: 'The setting is saved' } })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
