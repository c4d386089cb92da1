import { getRouteApi } from '@tanstack/react-router'
import { BackToRecord, useLearnerName, useReturnToRecord } from '@/app/routes/record'
import { Page } from '@/components/ui/page/page'
import { AddClearanceForm } from '@/features/clearances/clearance-forms'

const route = getRouteApi('/signed-in/learners/$learnerId/clearances/new')

export function AddClearancePage() {
  const { learnerId } = route.useParams()
  const name = useLearnerName(learnerId)
  const returnToRecord = useReturnToRecord(learnerId)
  return (
    <Page title="Record a clearance" kicker={name} back={<BackToRecord learnerId={learnerId} />} narrow>
      <AddClearanceForm learnerId={learnerId} onAdded={() => returnToRecord('The clearance is recorded')} />
    </Page>
  )
}
