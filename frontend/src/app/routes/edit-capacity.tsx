import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToSetting, useReturnToSetting } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { CapacityForm } from '@/features/host-settings/capacity-form'

const route = getRouteApi('/signed-in/settings/$settingId/capacity')

export function EditCapacityPage() {
  const { settingId } = route.useParams()
  const returnToSetting = useReturnToSetting(settingId)
  const query = queries.useQuery('get', '/api/placements/v1/settings/{setting_id}', {
    params: { path: { setting_id: settingId } },
  })
  const back = <BackToSetting settingId={settingId} />
  return (
    <LoadedPage query={query} title="Edit capacity" back={back}>
      {(setting) => (
        <Page
          title="Edit capacity"
          kicker={setting.name}
          back={back}
          narrow
          lead={<p>On days without a period, and in closed weeks, the setting takes nobody.</p>}
        >
          <CapacityForm setting={setting} onSaved={() => returnToSetting('The capacity is saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
