import { getRouteApi, Link } from '@tanstack/react-router'
import { can, mayChangeHost, seesHost } from '@/api/access'
import { queries } from '@/api/client'
import { settingKindName } from '@/api/host-words'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { CapacityChart } from '@/features/host-settings/capacity-chart'
import {
  EvidenceOpportunities,
  SettingFacts,
  SettingPeople,
  SettingRequirements,
} from '@/features/host-settings/setting-details'
import { CalendarOfSetting } from '@/features/placements/calendar-address'

const route = getRouteApi('/signed-in/settings/$settingId')

export function SettingPage() {
  const session = useSession()
  const { settingId } = route.useParams()
  const query = queries.useQuery('get', '/api/placements/v1/settings/{setting_id}', {
    params: { path: { setting_id: settingId } },
  })
  const organisations = { label: 'Organisations', link: { to: '/organisations' } } as const
  return (
    <LoadedPage query={query} title="Setting" back={<Breadcrumbs steps={[organisations]} />}>
      {(setting) => (
        <Page
          title={setting.name}
          kicker={settingKindName(setting.kind)}
          back={
            <Breadcrumbs
              steps={[
                organisations,
                {
                  label: setting.organisation_name,
                  link: { to: '/organisations/$organisationId', params: { organisationId: setting.organisation_id } },
                },
              ]}
            />
          }
          actions={
            mayChangeHost(session, setting.organisation_id) && (
              <>
                <Link to="/settings/$settingId/capacity" params={{ settingId }} className={buttonClass()}>
                  Edit capacity
                </Link>
                <Link to="/settings/$settingId/edit" params={{ settingId }} className={buttonClass('secondary')}>
                  Edit the setting
                </Link>
              </>
            )
          }
        >
          <div className="cw-columns cw-columns--side-first">
            <div>
              <Card title="In short">
                <SettingFacts setting={setting} />
              </Card>
              <SettingPeople setting={setting} />
              {mayChangeHost(session, setting.organisation_id) && (
                <Card title="In the team’s calendar">
                  <CalendarOfSetting settingId={setting.id} />
                </Card>
              )}
            </div>
            <div>
              <Card
                title="Capacity"
                actions={
                  can(session, 'see placement needs') &&
                  seesHost(session, setting.organisation_id) && (
                    <Link
                      to="/organisations/$organisationId/hours"
                      params={{ organisationId: setting.organisation_id }}
                    >
                      Hours on the rotas
                    </Link>
                  )
                }
              >
                <CapacityChart settingId={setting.id} />
              </Card>
              <Card title="What it asks for">
                <SettingRequirements setting={setting} />
              </Card>
              <Card title="What can be evidenced here">
                <EvidenceOpportunities evidence={setting.evidence} />
              </Card>
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
