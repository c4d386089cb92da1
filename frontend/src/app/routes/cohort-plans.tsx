import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { CreatePlanForm } from '@/features/plans/create-plan-form'
import { DisruptionsOfCohort } from '@/features/plans/disruptions-of-cohort'
import { MoneySummary } from '@/features/plans/money-summary'
import { PlansOfCohort } from '@/features/plans/plans-of-cohort'
import { formatDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/cohorts/$cohortId/plans')

export function CohortPlansPage() {
  const { cohortId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/cohorts/{cohort_id}', {
    params: { path: { cohort_id: cohortId } },
  })
  const steps = [{ label: 'Cohorts', link: { to: '/cohorts' } }] as const
  return (
    <LoadedPage query={query} title="Plans" back={<Breadcrumbs steps={steps} />}>
      {(cohort) => (
        <Page
          title="Plans"
          documentTitle={`Plans of ${cohort.name}`}
          kicker={`${cohort.name}, ${cohort.programme_name ?? 'programme not known yet'}`}
          back={
            <Breadcrumbs
              steps={[...steps, { label: cohort.name, link: { to: '/cohorts/$cohortId', params: { cohortId } } }]}
            />
          }
          lead={
            <p>
              {counted(cohort.people, 'apprentice')}, {formatDate(cohort.starts_on)} to {formatDate(cohort.ends_on)}
            </p>
          }
          actions={
            <>
              {cohort.scenario_id && (
                <Link
                  to="/plans/$scenarioId/board"
                  params={{ scenarioId: cohort.scenario_id }}
                  className={buttonClass('secondary')}
                >
                  Open the plan in force
                </Link>
              )}
              {cohort.scenario_id && (
                <Link
                  to="/cohorts/$cohortId/disruptions/new"
                  params={{ cohortId }}
                  className={buttonClass('secondary')}
                >
                  Something happened
                </Link>
              )}
            </>
          }
        >
          <div className="cw-columns">
            <div>
              <Card title="Plans of this cohort">
                <PlansOfCohort cohort={cohort} />
              </Card>
              <Card title="What happened">
                <DisruptionsOfCohort cohortId={cohort.id} />
              </Card>
              {cohort.scenario_id && (
                <Card title="What the plan in force costs">
                  <MoneySummary cohortId={cohort.id} />
                </Card>
              )}
            </div>
            <div>
              <Card title="Make a plan">
                <CreatePlanForm
                  cohort={cohort}
                  onCreated={({ id, name }) =>
                    navigate({
                      to: '/plans/$scenarioId',
                      params: { scenarioId: id },
                      state: { flash: `${name} is made` },
                    })
                  }
                />
              </Card>
              <p>
                <Link to="/programmes/$programmeId/planning" params={{ programmeId: cohort.programme_id }}>
                  How this programme is planned
                </Link>
              </p>
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
