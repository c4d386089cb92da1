import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { roleNames } from '@/api/access'
import { api } from '@/api/client'
import type { Session } from '@/api/session'
import { useEndSession } from '@/app/use-end-session'
import { Menu } from '@/components/ui/disclosure/menu'

export function AccountMenu({ session }: { session: Session }) {
  const { account, membership } = session
  const endSession = useEndSession()
  const signOut = useMutation({
    mutationFn: () => api.DELETE('/api/identity/v1/session'),
    onSuccess: () => endSession('signed-out'),
  })

  return (
    <Menu label={account.display_name} name={`Your account, ${account.display_name}`}>
      {(close) => (
        <>
          <p className="cw-menu__heading">
            {account.email}
            {membership && <span>{membership.roles.map((role) => roleNames[role]).join(', ')}</span>}
          </p>
          <ul className="cw-menu__list">
            <li>
              <Link to="/account" className="cw-menu__item" onClick={close}>
                Your account
              </Link>
            </li>
            <li>
              <button type="button" className="cw-menu__item" onClick={() => signOut.mutate()}>
                Sign out
              </button>
            </li>
          </ul>
          {signOut.isError && (
            <p className="cw-menu__failure" role="alert">
              You are still signed in: Crossway could not be reached. Try again.
            </p>
          )}
        </>
      )}
    </Menu>
  )
}
