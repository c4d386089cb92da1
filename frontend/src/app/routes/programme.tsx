import { getRouteApi, Link } from '@tanstack/react-router'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { CohortsOfProgramme } from '@/features/cohorts/cohorts-of-programme'
import { ProgrammeDetails, ProgrammeSide } from '@/features/programmes/programme-details'
import { ProgrammeFacts } from '@/features/programmes/programme-facts'
import { RotationTimeline } from '@/features/programmes/rotation-timeline'
import { SectionLinks } from '@/features/programmes/sections'
import { stageName } from '@/features/programmes/words'
import { RequirementsOfProgramme } from '@/features/qualifications/requirements-of-programme'

const route = getRouteApi('/signed-in/programmes/$programmeId')

export function ProgrammePage() {
  const session = useSession()
  const { programmeId } = route.useParams()
  const query = queries.useQuery('get', '/api/learners/v1/programmes/{programme_id}', {
    params: { path: { programme_id: programmeId } },
  })
  const back = <Breadcrumbs steps={[{ label: 'Programmes', link: { to: '/programmes' } }]} />
  return (
    <LoadedPage query={query} title="Programme" back={back}>
      {(programme) => (
        <Page
          title={programme.name}
          kicker="Programme"
          back={back}
          status={<Tag tone="info">{stageName(programme.stage_of_integration)}</Tag>}
          lead={<p>{programme.summary}</p>}
        >
          <Card title="How the rotation goes">
            <RotationTimeline rotation={programme.rotation} />
          </Card>
          <div className="cw-columns cw-columns--side-first">
            <div>
              <Card title="In short">
                <ProgrammeFacts programme={programme} />
              </Card>
              <ProgrammeSide programme={programme} />
              {can(session, 'manage programmes') && (
                <Card title="Edit the programme">
                  <SectionLinks programmeId={programme.id} />
                </Card>
              )}
              {can(session, 'plan rotations') && (
                <Card title="Rotation plans">
                  <p>
                    <Link to="/programmes/$programmeId/planning" params={{ programmeId }}>
                      How this programme is planned
                    </Link>
                  </p>
                </Card>
              )}
            </div>
            <div>
              <Card
                title="Cohorts"
                actions={
                  can(session, 'manage programmes') && (
                    <Link
                      to="/programmes/$programmeId/cohorts/new"
                      params={{ programmeId }}
                      className={buttonClass('secondary', true)}
                    >
                      Open a cohort
                    </Link>
                  )
                }
              >
                <CohortsOfProgramme programmeId={programme.id} />
              </Card>
              <Card
                title="What has to be evidenced"
                actions={
                  can(session, 'set requirements') && (
                    <Link
                      to="/programmes/$programmeId/requirements"
                      params={{ programmeId }}
                      className={buttonClass('secondary', true)}
                    >
                      Change what it asks for
                    </Link>
                  )
                }
              >
                <RequirementsOfProgramme programmeId={programme.id} />
              </Card>
              <ProgrammeDetails programme={programme} />
            </div>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
