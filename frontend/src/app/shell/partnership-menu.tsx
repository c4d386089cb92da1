import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { roleNames } from '@/api/access'
import { api } from '@/api/client'
import { type Membership, type Session, useStartSession } from '@/api/session'
import { Menu } from '@/components/ui/disclosure/menu'
import { announce } from '@/lib/announcer'

/** The partnership that one is working in, and the way to another. */
export function PartnershipMenu({ session }: { session: Session }) {
  const { membership, memberships } = session
  if (memberships.length < 2) {
    return membership && <p className="cw-header__partnership">{membership.partnership.name}</p>
  }
  return (
    <Menu
      className="cw-menu--wide"
      label={membership?.partnership.name ?? 'Choose a partnership'}
      name={membership ? `Partnership: ${membership.partnership.name}. Change` : undefined}
    >
      {(close) => <PartnershipChoices session={session} onChosen={close} />}
    </Menu>
  )
}

function PartnershipChoices({ session, onChosen }: { session: Session; onChosen: () => void }) {
  const choose = useChoosePartnership()
  return (
    <>
      <p className="cw-menu__heading" id="partnership-choices">
        Work in another partnership
      </p>
      <ul className="cw-menu__list" aria-labelledby="partnership-choices">
        {session.memberships.map((membership) => (
          <li key={membership.id}>
            <button
              type="button"
              className="cw-menu__item"
              aria-current={membership.id === session.membership?.id ? 'true' : undefined}
              onClick={() => choose.mutate(membership, { onSuccess: onChosen })}
            >
              {membership.partnership.name}
              <small>{membership.roles.map((role) => roleNames[role]).join(', ')}</small>
            </button>
          </li>
        ))}
      </ul>
      {choose.isError && (
        <p className="cw-menu__failure" role="alert">
          That did not work. Try again.
        </p>
      )}
    </>
  )
}

export function useChoosePartnership() {
  const startSession = useStartSession()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (membership: Membership) => {
      const { data } = await api.PUT('/api/identity/v1/session/membership', { body: { membership_id: membership.id } })
      return data
    },
    onSuccess: async (session, membership) => {
      // First away from the page, which may be about something of the other partnership.
      await navigate({ to: '/' })
      if (session) startSession(session)
      announce(`You are now working in ${membership.partnership.name}`)
    },
  })
}
