import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { RotaHours } from '@/features/rota-hours/rota-hours'

const route = getRouteApi('/signed-in/organisations/$organisationId/hours')

export function RotaHoursPage() {
  const { organisationId } = route.useParams()
  const { month } = route.useSearch()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}', {
    params: { path: { organisation_id: organisationId } },
  })
  const organisations = { label: 'Organisations', link: { to: '/organisations' } } as const
  return (
    <LoadedPage query={query} title="Hours on the rotas" back={<Breadcrumbs steps={[organisations]} />}>
      {({ name }) => (
        <Page
          title="Hours on the rotas"
          kicker={name}
          back={
            <Breadcrumbs
              steps={[
                organisations,
                { label: name, link: { to: '/organisations/$organisationId', params: { organisationId } } },
              ]}
            />
          }
          lead={<p>Of the apprentices whom it hosts, for payroll.</p>}
        >
          <Card title="Month by month">
            <RotaHours
              organisationId={organisationId}
              month={month}
              onMonth={(chosen) => void navigate({ search: { month: chosen }, replace: true, resetScroll: false })}
            />
          </Card>
        </Page>
      )}
    </LoadedPage>
  )
}
