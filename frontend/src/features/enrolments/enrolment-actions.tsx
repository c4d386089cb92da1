import { Link } from '@tanstack/react-router'
import type { EnrolmentRead } from '@/api/learners.gen'
import { actionNames, actions, isOpenTo } from '@/features/enrolments/actions'

export function EnrolmentActions({ enrolment }: { enrolment: EnrolmentRead }) {
  const open = actionNames.filter((action) => isOpenTo(action, enrolment.state))
  if (open.length === 0)
    return <p className="cw-muted">This enrolment has ended, so nothing more can be recorded about it.</p>
  return (
    <ul className="cw-actions">
      {open.map((action) => (
        <li key={action}>
          <Link to="/enrolments/$enrolmentId/$action" params={{ enrolmentId: enrolment.id, action }}>
            {actions[action].link}
          </Link>
        </li>
      ))}
    </ul>
  )
}
