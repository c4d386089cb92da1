import { Link } from '@tanstack/react-router'
import { can, roleNames } from '@/api/access'
import { queries } from '@/api/client'
import { type Session, useSession } from '@/api/session'
import { useChoosePartnership } from '@/app/shell/partnership-menu'
import { Button, buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { RunningCohorts } from '@/features/cohorts/running-cohorts'
import { NeedsList } from '@/features/needs/needs-list'
import { OwnProgress } from '@/features/needs/own-progress'
import { OwnPlacementsNow } from '@/features/placements/own-placements'
import { PlacementNeeds } from '@/features/placements/placement-needs'
import { counted } from '@/lib/numbers'

export function HomePage() {
  const session = useSession()
  const { account, membership } = session
  if (!membership) return <NoPartnership />
  const mayEnrol = can(session, 'change enrolments')
  return (
    <Page
      title={`Hello, ${account.display_name}`}
      documentTitle="Home"
      lead={
        <p>
          {membership.roles.map((role) => roleNames[role]).join(' and ')} in {membership.partnership.name}
        </p>
      }
      actions={
        mayEnrol && (
          <Link to="/enrolments/new" className={buttonClass()}>
            Enrol a learner
          </Link>
        )
      }
    >
      <Needs />
      {can(session, 'see placement needs') && (
        <Card title="What placements wait for" actions={<Link to="/placements">All placements</Link>}>
          <PlacementNeeds />
        </Card>
      )}
      {can(session, 'see cohorts') && (
        <Card title="Running and planned cohorts">
          <RunningCohorts />
        </Card>
      )}
    </Page>
  )
}

function Needs() {
  const session = useSession()
  const query = queries.useQuery('get', '/api/learners/v1/needs')
  return (
    <Loaded query={query}>
      {({ items, open_enrolments, own_enrolment }) => (
        <>
          {own_enrolment && <OwnProgress own={own_enrolment} />}
          {own_enrolment && <OwnPlacementsNow />}
          {open_enrolments !== null && !(open_enrolments === 0 && hostsOnly(session)) && (
            <Card title="What needs you" actions={<Link to="/enrolments">All enrolments</Link>}>
              <p className="cw-muted">{counted(open_enrolments, 'learner')} in learning at the moment.</p>
              {items.length > 0 ? (
                <NeedsList needs={items} />
              ) : (
                <p>No enrolment waits for you. A good moment to look at the cohorts.</p>
              )}
            </Card>
          )}
        </>
      )}
    </Loaded>
  )
}

/** Whoever speaks for hosts without apprentices of their own has to do with placements alone. */
function hostsOnly(session: Session): boolean {
  return can(session, 'answer offers') && !can(session, 'change enrolments')
}

/** Somebody whose account belongs to no partnership, or who has not chosen one yet. */
function NoPartnership() {
  const { account, memberships } = useSession()
  const choose = useChoosePartnership()
  return (
    <Page title={`Hello, ${account.display_name}`} documentTitle="Home" narrow>
      {memberships.length === 0 ? (
        <p>
          Your account does not belong to a partnership at the moment. Ask the coordinator of yours to invite you again.
        </p>
      ) : (
        <>
          <p>Where would you like to work?</p>
          <ul className="cw-actions">
            {memberships.map((membership) => (
              <li key={membership.id}>
                <Button variant="secondary" onClick={() => choose.mutate(membership)}>
                  {membership.partnership.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
