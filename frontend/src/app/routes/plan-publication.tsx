import { getRouteApi } from '@tanstack/react-router'
import { PlanFrame } from '@/features/plans/plan-frame'
import { Publication } from '@/features/plans/publication'

const route = getRouteApi('/signed-in/plans/$scenarioId/publish')

export function PlanPublicationPage() {
  const { scenarioId } = route.useParams()
  return (
    <PlanFrame scenarioId={scenarioId} part="Publish">
      {(scenario) => <Publication scenario={scenario} />}
    </PlanFrame>
  )
}
