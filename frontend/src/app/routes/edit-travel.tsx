import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { personName } from '@/api/words'
import { BackToRecord, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { Loaded, LoadedPage } from '@/components/ui/query/loaded'
import { TravelForm } from '@/features/planning-facts/travel-form'

const route = getRouteApi('/signed-in/learners/$learnerId/travel-and-hours')

export function EditTravelPage() {
  const { learnerId } = route.useParams()
  const returnToRecord = useReturnToRecord(learnerId)
  const init = { params: { path: { learner_id: learnerId } } }
  const learner = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', init)
  const facts = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/planning-facts', init)
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={learner} title="Travel and hours" back={back}>
      {(person) => (
        <Page title="Travel and hours" kicker={personName(person)} back={back} narrow>
          <Loaded query={facts}>
            {(known) => (
              <TravelForm
                facts={known}
                postcode={person.home_postcode}
                onSaved={() => returnToRecord('Travel and hours are saved')}
              />
            )}
          </Loaded>
        </Page>
      )}
    </LoadedPage>
  )
}
