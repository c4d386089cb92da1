import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToSetting, useReturnToSetting } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EditSettingForm } from '@/features/host-settings/setting-forms'

const route = getRouteApi('/signed-in/settings/$settingId/edit')

export function EditSettingPage() {
  const { settingId } = route.useParams()
  const returnToSetting = useReturnToSetting(settingId)
  const query = queries.useQuery('get', '/api/placements/v1/settings/{setting_id}', {
    params: { path: { setting_id: settingId } },
  })
  const back = <BackToSetting settingId={settingId} />
  return (
    <LoadedPage query={query} title="Edit the setting" back={back}>
      {(setting) => (
        <Page title="Edit the setting" kicker={setting.name} back={back} narrow>
          <EditSettingForm setting={setting} onSaved={() => returnToSetting('The setting is saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
