import { getRouteApi, Link } from '@tanstack/react-router'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { personName } from '@/api/words'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Notice } from '@/components/ui/notice/notice'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { ClearancesOfLearner } from '@/features/clearances/clearances-of-learner'
import { EnrolmentsOfLearner } from '@/features/enrolments/enrolments-of-learner'
import { ExclusionsOfLearner } from '@/features/exclusions/exclusions-of-learner'
import { LearnerRecord } from '@/features/learners/learner-record'
import { PreferencesOfLearner, TravelAndHours } from '@/features/planning-facts/travel-and-hours'
import { RequirementsOfLearner } from '@/features/qualifications/requirements-of-learner'

const route = getRouteApi('/signed-in/learners/$learnerId')

export function LearnerPage() {
  const session = useSession()
  const { learnerId } = route.useParams()
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  const own = session.membership?.learner_id === learnerId
  const mayChange = can(session, 'change enrolments')
  const back = !own && <Breadcrumbs steps={[{ label: 'Learners', link: { to: '/learners' } }]} />
  return (
    <LoadedPage query={query} title={own ? 'My record' : 'Learner'} back={back}>
      {(learner) => {
        const [latest] = learner.enrolments
        const enrolled = latest?.state === 'active' || latest?.state === 'on_break'
        return (
          <Page
            title={personName(learner)}
            kicker={own ? 'My record' : 'Learner'}
            back={back}
            status={latest && <EnrolmentStateTag state={latest.state} />}
            actions={
              mayChange && (
                <>
                  {!enrolled && (
                    <Link to="/enrolments/new" search={{ learner: learner.id }} className={buttonClass()}>
                      Enrol again
                    </Link>
                  )}
                  <Link to="/members/invite" search={{ learner: learner.id }} className={buttonClass('secondary')}>
                    Invite to sign in
                  </Link>
                  <Link to="/learners/$learnerId/correct" params={{ learnerId }} className={buttonClass('secondary')}>
                    Correct the record
                  </Link>
                </>
              )
            }
          >
            {learner.uln_is_temporary && (
              <Notice tone="attention" title="The ULN is a temporary one">
                <p>
                  {mayChange
                    ? 'Funding returns need the permanent number. Enter it by correcting the record as soon as you have it.'
                    : 'Funding returns need the permanent number. The coordinator enters it when it is there.'}
                </p>
              </Notice>
            )}
            <div className="cw-columns">
              <div>
                <EnrolmentsOfLearner enrolments={learner.enrolments} />
                <RequirementsOfLearner learnerId={learner.id} own={own} />
              </div>
              <Card title={own ? 'About me' : 'Record'}>
                <LearnerRecord learner={learner} />
                {own && (
                  <p className="cw-card__foot cw-muted cw-gap-above">
                    Something wrong? Tell your coordinator, who can correct it.
                  </p>
                )}
              </Card>
            </div>
            {(own || can(session, 'see planning facts')) && (
              <div className="cw-columns">
                <div>
                  <ClearancesOfLearner learnerId={learner.id} own={own} mayChange={can(session, 'change clearances')} />
                  {can(session, 'plan rotations') && (
                    <Card
                      title="Where not to place them"
                      actions={
                        <Link
                          to="/learners/$learnerId/exclusions/new"
                          params={{ learnerId }}
                          className={buttonClass('secondary', true)}
                        >
                          Add an exclusion
                        </Link>
                      }
                    >
                      <ExclusionsOfLearner learnerId={learner.id} />
                    </Card>
                  )}
                </div>
                <div>
                  <TravelAndHours learnerId={learner.id} own={own} mayChange={can(session, 'change planning facts')} />
                  <PreferencesOfLearner
                    learnerId={learner.id}
                    own={own}
                    mayChange={own || can(session, 'change planning facts')}
                  />
                  {(own || can(session, 'see adjustments')) && (
                    <p>
                      <Link to="/learners/$learnerId/adjustments" params={{ learnerId }}>
                        {own ? 'My reasonable adjustments' : 'Reasonable adjustments'}
                      </Link>
                    </p>
                  )}
                </div>
              </div>
            )}
          </Page>
        )
      }}
    </LoadedPage>
  )
}
