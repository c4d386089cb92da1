import { Link, type LinkProps } from '@tanstack/react-router'
import { can } from '@/api/access'
import type { Session } from '@/api/session'

interface Destination {
  label: string
  link: Pick<LinkProps, 'to' | 'params'>
}

function destinationsFor(session: Session): Destination[] {
  const learnerId = session.membership?.learner_id
  const wanted: (Destination | false | null | undefined | '')[] = [
    { label: 'Home', link: { to: '/' } },
    learnerId && { label: 'My record', link: { to: '/learners/$learnerId', params: { learnerId } } },
    can(session, 'see placements') && { label: 'Placements', link: { to: '/placements' } },
    learnerId && !can(session, 'see placements') && { label: 'My placements', link: { to: '/placements' } },
    { label: 'Programmes', link: { to: '/programmes' } },
    can(session, 'see cohorts') && { label: 'Cohorts', link: { to: '/cohorts' } },
    can(session, 'see learners') && { label: 'Learners', link: { to: '/learners' } },
    { label: 'Qualifications', link: { to: '/qualifications' } },
    { label: 'Organisations', link: { to: '/organisations' } },
    can(session, 'see members') && { label: 'People', link: { to: '/members' } },
    can(session, 'manage partner systems') && { label: 'Partner systems', link: { to: '/partner-systems' } },
  ]
  return wanted.filter((destination) => !!destination)
}

interface NavigationProps {
  session: Session
  onFollow: () => void
}

export function Navigation({ session, onFollow }: NavigationProps) {
  return (
    <nav aria-label="Main" className="nhsuk-width-container">
      <ul className="cw-navigation">
        {destinationsFor(session).map(({ label, link }) => (
          <li key={label}>
            <Link
              {...link}
              className="cw-navigation__link"
              activeOptions={{ exact: link.to === '/' }}
              onClick={onFollow}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
