import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Page } from '@/components/ui/page/page'
import { Loaded, LoadedPage } from '@/components/ui/query/loaded'
import { DisruptionForm } from '@/features/plans/disruption-form'
import { useBoard } from '@/features/plans/use-plan'

const route = getRouteApi('/signed-in/cohorts/$cohortId/disruptions/new')

export function ReportDisruptionPage() {
  const { cohortId } = route.useParams()
  const query = queries.useQuery('get', '/api/placements/v1/cohorts/{cohort_id}', {
    params: { path: { cohort_id: cohortId } },
  })
  const back = (
    <Link to="/cohorts/$cohortId/plans" params={{ cohortId }} className="nhsuk-back-link">
      Back to the plans
    </Link>
  )
  return (
    <LoadedPage query={query} title="Something happened" back={back}>
      {(cohort) => (
        <Page
          title="Something happened"
          kicker={cohort.name}
          back={back}
          narrow
          lead={<p>Say what, and see the ways to mend the plan side by side. Nothing changes until you publish one.</p>}
        >
          {cohort.scenario_id ? (
            <FormOnPlan cohortId={cohort.id} scenarioId={cohort.scenario_id} />
          ) : (
            <EmptyState title="No plan is in force yet">
              <p>There is nothing to mend. Change the facts, then plan the cohort.</p>
            </EmptyState>
          )}
        </Page>
      )}
    </LoadedPage>
  )
}

function FormOnPlan({ cohortId, scenarioId }: { cohortId: string; scenarioId: string }) {
  const query = useBoard(scenarioId)
  const navigate = route.useNavigate()
  return (
    <Loaded query={query} lines={8}>
      {(board) => (
        <DisruptionForm
          cohortId={cohortId}
          board={board}
          onTold={({ id }) => navigate({ to: '/disruptions/$disruptionId', params: { disruptionId: id } })}
        />
      )}
    </Loaded>
  )
}
