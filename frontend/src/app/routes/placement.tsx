import { getRouteApi } from '@tanstack/react-router'
import { mayChangeHost } from '@/api/access'
import { queries } from '@/api/client'
import type { State } from '@/api/placements.gen'
import { useSession } from '@/api/session'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { Contacts } from '@/features/placements/contacts'
import { Feedback } from '@/features/placements/feedback'
import { MissingClearances, NextSteps, PlacementFacts, PlacementHistory } from '@/features/placements/placement-facts'
import { PlacementTag } from '@/features/placements/placement-tag'
import { apprenticeName } from '@/features/placements/placement-words'
import { Rota } from '@/features/placements/rota'

const route = getRouteApi('/signed-in/placements/$placementId')
const begun: ReadonlySet<State> = new Set<State>(['started', 'suspended', 'completed'])
const over: ReadonlySet<State> = new Set<State>(['declined', 'completed', 'withdrawn'])

export function PlacementPage() {
  const session = useSession()
  const { placementId } = route.useParams()
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}', {
    params: { path: { placement_id: placementId } },
  })
  return (
    <LoadedPage query={query} title="Placement">
      {(placement) => (
        <Page
          title={apprenticeName(placement)}
          documentTitle={`Placement of ${apprenticeName(placement)}`}
          kicker="Placement of"
          back={<Breadcrumbs steps={[{ label: 'Placements', link: { to: '/placements' } }]} />}
          status={<PlacementTag state={placement.state} />}
        >
          <MissingClearances placement={placement} />
          <div className="cw-columns">
            <div>
              <Card title="Placement">
                <PlacementFacts placement={placement} />
              </Card>
              <Card title="Shifts">
                <Rota
                  placementId={placement.id}
                  mayChange={
                    placement.setting_id !== null &&
                    !over.has(placement.state) &&
                    mayChangeHost(session, placement.organisation_id)
                  }
                />
              </Card>
            </div>
            <div>
              {placement.next_steps.length > 0 && (
                <Card title="What happens next?">
                  <NextSteps placement={placement} />
                </Card>
              )}
              {begun.has(placement.state) && (
                <Card title="Feedback">
                  <Feedback placementId={placement.id} />
                </Card>
              )}
              <Card title="Whom the apprentice asks">
                <Contacts placementId={placement.id} />
              </Card>
              <Card title="History">
                <PlacementHistory placement={placement} />
              </Card>
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
