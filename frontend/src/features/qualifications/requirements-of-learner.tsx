import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Card } from '@/components/ui/card/card'
import { Loaded } from '@/components/ui/query/loaded'
import { Overall } from '@/features/qualifications/learner-progress'

/** How far a learner has come, in short, with the way to the whole. */
export function RequirementsOfLearner({ learnerId, own }: { learnerId: string; own: boolean }) {
  const query = queries.useQuery('get', '/api/portfolio/v1/requirements/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  return (
    <Card title={own ? 'What I still need' : 'What is still to be evidenced'}>
      <Loaded query={query}>
        {({ qualifications }) => {
          if (qualifications.length === 0) return <p className="cw-muted">Nothing is asked for at the moment.</p>
          return (
            <>
              {qualifications.map((qualification) => (
                <div key={qualification.version_id}>
                  <h3 className="cw-unit__outcome">{qualification.title}</h3>
                  <Overall qualification={qualification} />
                </div>
              ))}
              <p className="cw-card__foot">
                <Link to="/learners/$learnerId/requirements" params={{ learnerId }}>
                  {own ? 'See what I still need, one by one' : 'See all criteria'}
                </Link>
              </p>
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
