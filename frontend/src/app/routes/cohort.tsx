import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import type { CohortRead } from '@/api/learners.gen'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { CohortFeedback } from '@/features/cohorts/cohort-feedback'
import { CohortFigures } from '@/features/cohorts/cohort-figures'
import { CohortStateTag } from '@/features/cohorts/cohort-state-tag'
import { type EnrolmentSearch, EnrolmentsList } from '@/features/enrolments/enrolments-list'
import { MoneySummary } from '@/features/plans/money-summary'
import { formatDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/cohorts/$cohortId')

export function CohortPage() {
  const session = useSession()
  const { cohortId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (part: EnrolmentSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  const query = queries.useQuery('get', '/api/learners/v1/cohorts/{cohort_id}', {
    params: { path: { cohort_id: cohortId } },
  })
  const back = <Breadcrumbs steps={[{ label: 'Cohorts', link: { to: '/cohorts' } }]} />
  return (
    <LoadedPage query={query} title="Cohort" back={back}>
      {(cohort) => (
        <Page
          title={cohort.name}
          kicker="Cohort"
          back={back}
          status={<CohortStateTag state={cohort.state} />}
          lead={
            <p>
              <Link to="/programmes/$programmeId" params={{ programmeId: cohort.programme_id }}>
                {cohort.programme_name}
              </Link>
              , {formatDate(cohort.starts_on)} to {formatDate(cohort.ends_on)}, {counted(cohort.places, 'place')}
            </p>
          }
          actions={
            <>
              {can(session, 'plan rotations') && (
                <Link to="/cohorts/$cohortId/plans" params={{ cohortId }} className={buttonClass('secondary')}>
                  Plan the rotations
                </Link>
              )}
              {can(session, 'change enrolments') && hasRoom(cohort) && (
                <Link to="/enrolments/new" search={{ cohort: cohort.id }} className={buttonClass()}>
                  Enrol a learner
                </Link>
              )}
              {can(session, 'manage programmes') && (
                <Link to="/cohorts/$cohortId/edit" params={{ cohortId }} className={buttonClass('secondary')}>
                  Edit the cohort
                </Link>
              )}
            </>
          }
        >
          <CohortFigures cohort={cohort} />
          {can(session, 'see enrolments') ? (
            <Card title="Learners">
              <EnrolmentsList cohortId={cohort.id} search={search} onSearch={change} />
            </Card>
          ) : (
            <p className="cw-muted">Your role sees figures, not people.</p>
          )}
          {can(session, 'see costs') && (
            <Card title="Costs">
              <MoneySummary cohortId={cohort.id} />
            </Card>
          )}
          {can(session, 'plan rotations') && (
            <Card title="What the cohort says">
              <CohortFeedback cohortId={cohort.id} />
            </Card>
          )}
        </Page>
      )}
    </LoadedPage>
  )
}

function hasRoom({ state, places, figures }: CohortRead): boolean {
  return state !== 'finished' && (figures === null || figures.places_taken < places)
}
