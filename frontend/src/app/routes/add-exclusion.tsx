import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { personName } from '@/api/words'
import { BackToRecord, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { ExclusionForm } from '@/features/exclusions/exclusion-form'

const route = getRouteApi('/signed-in/learners/$learnerId/exclusions/new')

export function AddExclusionPage() {
  const { learnerId } = route.useParams()
  const returnToRecord = useReturnToRecord(learnerId)
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title="Add an exclusion" back={back}>
      {(learner) => (
        <Page
          title="Add an exclusion"
          kicker={personName(learner)}
          back={back}
          narrow
          lead={<p>A place that no plan may use for them. In plans that use it already it shows as a broken rule.</p>}
        >
          <ExclusionForm learnerId={learner.id} onAdded={() => returnToRecord('The exclusion is noted')} />
        </Page>
      )}
    </LoadedPage>
  )
}
