import { getRouteApi } from '@tanstack/react-router'
import { PlanFrame } from '@/features/plans/plan-frame'
import { PlanOverview } from '@/features/plans/plan-overview'

const route = getRouteApi('/signed-in/plans/$scenarioId')

export function PlanPage() {
  const { scenarioId } = route.useParams()
  return (
    <PlanFrame scenarioId={scenarioId} part="Overview">
      {(scenario) => <PlanOverview scenario={scenario} />}
    </PlanFrame>
  )
}
