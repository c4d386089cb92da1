import { getRouteApi } from '@tanstack/react-router'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { BackToRecord, useLearnerName, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { AdjustmentsForm, AdjustmentsShown } from '@/features/planning-facts/adjustments'

const route = getRouteApi('/signed-in/learners/$learnerId/adjustments')

export function AdjustmentsPage() {
  const session = useSession()
  const { learnerId } = route.useParams()
  const name = useLearnerName(learnerId)
  const returnToRecord = useReturnToRecord(learnerId)
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/adjustments', {
    params: { path: { learner_id: learnerId } },
  })
  const own = session.membership?.learner_id === learnerId
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title="Reasonable adjustments" back={back}>
      {(recorded) => (
        <Page
          title="Reasonable adjustments"
          kicker={own ? 'My record' : name}
          back={back}
          narrow
          lead={
            <p>
              {own
                ? 'Read by you, the coordinator, the administrator and your employer, and by nobody else.'
                : 'Read by those who arrange them, and by nobody else. That you looked is recorded.'}
            </p>
          }
        >
          {can(session, 'change planning facts') ? (
            <AdjustmentsForm recorded={recorded} onSaved={() => returnToRecord('The adjustments are saved')} />
          ) : (
            <AdjustmentsShown shown={recorded} />
          )}
        </Page>
      )}
    </LoadedPage>
  )
}
