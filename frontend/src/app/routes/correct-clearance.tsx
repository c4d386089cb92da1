import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { clearanceName } from '@/api/host-words'
import { BackToRecord, useLearnerName, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { ClearanceForms } from '@/features/clearances/clearance-forms'

const route = getRouteApi('/signed-in/learners/$learnerId/clearances/$clearanceId')

export function CorrectClearancePage() {
  const { learnerId, clearanceId } = route.useParams()
  const name = useLearnerName(learnerId)
  const returnToRecord = useReturnToRecord(learnerId)
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/clearances', {
    params: { path: { learner_id: learnerId } },
  })
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title="Correct a clearance" back={back}>
      {({ items }) => {
        const clearance = items.find(({ id }) => id === clearanceId)
        return (
          <Page
            title={clearance ? clearanceName(clearance.code) : 'This clearance is gone'}
            kicker={name}
            back={back}
            narrow
          >
            {clearance ? (
              <ClearanceForms key={clearance.id} clearance={clearance} onDone={returnToRecord} />
            ) : (
              <p>It has been removed from the record.</p>
            )}
          </Page>
        )
      }}
    </LoadedPage>
  )
}
