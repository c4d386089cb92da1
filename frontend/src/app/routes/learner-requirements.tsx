import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { LearnerProgress } from '@/features/qualifications/learner-progress'

const route = getRouteApi('/signed-in/learners/$learnerId/requirements')

export function LearnerRequirementsPage() {
  const session = useSession()
  const { learnerId } = route.useParams()
  const { show } = route.useSearch()
  const query = queries.useQuery('get', '/api/portfolio/v1/requirements/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  const own = session.membership?.learner_id === learnerId
  const title = own ? 'What I still need' : 'What is still to be evidenced'
  const placementOnly = show === 'placement'
  const back = (
    <Link to="/learners/$learnerId" params={{ learnerId }} className="nhsuk-back-link">
      {own ? 'Back to my record' : 'Back to the learner'}
    </Link>
  )
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(requirements) => (
        <Page
          title={title}
          kicker={own ? undefined : `${requirements.given_names} ${requirements.family_name}`}
          back={back}
        >
          {requirements.qualifications.length === 0 ? (
            <EmptyState title="Nothing is asked for at the moment">
              <p>What the programme asks for appears here while somebody is enrolled in it.</p>
            </EmptyState>
          ) : (
            <>
              <p>
                <Link
                  to="/learners/$learnerId/requirements"
                  params={{ learnerId }}
                  search={placementOnly ? {} : { show: 'placement' }}
                  resetScroll={false}
                  replace
                >
                  {placementOnly ? 'Show all criteria' : 'Show only what is missing and belongs in a placement'}
                </Link>
              </p>
              <LearnerProgress key={String(placementOnly)} requirements={requirements} placementOnly={placementOnly} />
            </>
          )}
        </Page>
      )}
    </LoadedPage>
  )
}
