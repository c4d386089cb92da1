import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { DisruptionView } from '@/features/plans/disruption-view'
import { disruptionStateNames, disruptionTones, isLooking } from '@/features/plans/disruption-words'
import { BackToCohort } from '@/features/plans/plan-frame'
import { formatDate } from '@/lib/dates'

const route = getRouteApi('/signed-in/disruptions/$disruptionId')
const whileLookingMs = 1_000

export function DisruptionPage() {
  const { disruptionId } = route.useParams()
  const query = useQuery({
    ...queries.queryOptions('get', '/api/placements/v1/disruptions/{disruption_id}', {
      params: { path: { disruption_id: disruptionId } },
    }),
    refetchInterval: ({ state }) => (state.data && isLooking(state.data.state) ? whileLookingMs : false),
  })
  return (
    <LoadedPage query={query} title="What happened">
      {(disruption) => (
        <Page
          title={disruption.sentence}
          kicker="What happened"
          back={<BackToCohort cohortId={disruption.cohort_id} />}
          status={<Tag tone={disruptionTones[disruption.state]}>{disruptionStateNames[disruption.state]}</Tag>}
          lead={
            <p>
              From {formatDate(disruption.from_on)}; what begins on {formatDate(disruption.takes_effect_on)} or later is
              planned anew.
            </p>
          }
        >
          <DisruptionView disruption={disruption} />
        </Page>
      )}
    </LoadedPage>
  )
}
