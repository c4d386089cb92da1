import { getRouteApi } from '@tanstack/react-router'
import { ComparisonOfPlans } from '@/features/plans/comparison'
import { PlanFrame } from '@/features/plans/plan-frame'

const route = getRouteApi('/signed-in/plans/$scenarioId/compare')

export function PlanComparisonPage() {
  const { scenarioId } = route.useParams()
  const { with: other } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <PlanFrame scenarioId={scenarioId} part="Compare">
      {(scenario) => (
        <ComparisonOfPlans
          scenario={scenario}
          other={other}
          onChoose={(chosen) => void navigate({ search: { with: chosen }, replace: true, resetScroll: false })}
        />
      )}
    </PlanFrame>
  )
}
