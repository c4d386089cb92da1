import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { personName } from '@/api/words'
import { BackToRecord, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { CorrectForm } from '@/features/learners/correct-form'

const route = getRouteApi('/signed-in/learners/$learnerId/correct')

export function CorrectLearnerPage() {
  const { learnerId } = route.useParams()
  const returnToRecord = useReturnToRecord(learnerId)
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title="Correct the record" back={back}>
      {(learner) => (
        <Page title="Correct the record" kicker={personName(learner)} back={back} narrow>
          <CorrectForm learner={learner} onSaved={() => returnToRecord('The corrections are saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
