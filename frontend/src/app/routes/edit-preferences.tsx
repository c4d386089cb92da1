import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { BackToRecord, useLearnerName, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { PreferencesForm } from '@/features/planning-facts/preferences-form'

const route = getRouteApi('/signed-in/learners/$learnerId/preferences')

export function EditPreferencesPage() {
  const session = useSession()
  const { learnerId } = route.useParams()
  const name = useLearnerName(learnerId)
  const returnToRecord = useReturnToRecord(learnerId)
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/preferences', {
    params: { path: { learner_id: learnerId } },
  })
  const own = session.membership?.learner_id === learnerId
  const title = own ? 'My preferences' : 'Preferences'
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(given) => (
        <Page title={title} kicker={own ? 'My record' : name} back={back} narrow>
          <PreferencesForm given={given} own={own} onSaved={() => returnToRecord('The preferences are saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
