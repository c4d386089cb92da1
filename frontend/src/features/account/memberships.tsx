import { roleNames } from '@/api/access'
import type { Session } from '@/api/session'
import { Tag } from '@/components/ui/tag/tag'

export function Memberships({ session }: { session: Session }) {
  return (
    <ul className="cw-rows">
      {session.memberships.map((membership) => (
        <li key={membership.id} className="cw-rows__row">
          <div>
            <strong>{membership.partnership.name}</strong>
            <p className="cw-rows__detail">{membership.roles.map((role) => roleNames[role]).join(', ')}</p>
          </div>
          {membership.id === session.membership?.id && <Tag tone="info">You are working here</Tag>}
        </li>
      ))}
    </ul>
  )
}
