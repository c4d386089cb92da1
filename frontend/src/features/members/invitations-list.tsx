import { useQueryClient } from '@tanstack/react-query'
import { roleNames } from '@/api/access'
import { api, queries } from '@/api/client'
import type { InvitationRead } from '@/api/identity.gen'
import { allItems, byCursor } from '@/api/pages'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { Loaded } from '@/components/ui/query/loaded'
import { announce } from '@/lib/announcer'
import { formatInstant } from '@/lib/dates'

export function InvitationsList() {
  const query = queries.useInfiniteQuery('get', '/api/identity/v1/invitations', {}, byCursor)
  const queryClient = useQueryClient()

  async function revoke(invitation: InvitationRead) {
    await api.DELETE('/api/identity/v1/invitations/{invitation_id}', {
      params: { path: { invitation_id: invitation.id } },
    })
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/invitations'] })
    announce(`The invitation of ${invitation.email} was taken back`)
  }

  return (
    <Loaded query={query} lines={2}>
      {(data) => {
        const open = allItems(data).filter(({ state }) => state === 'open')
        if (open.length === 0) return <p className="cw-muted">Nobody is invited at the moment.</p>
        return (
          <ul className="cw-rows">
            {open.map((invitation) => (
              <li key={invitation.id} className="cw-rows__row">
                <div>
                  <strong>{invitation.email}</strong>
                  <p className="cw-rows__detail">
                    {invitation.roles.map((role) => roleNames[role]).join(', ')}. The link works until{' '}
                    {formatInstant(invitation.expires_at)}.
                  </p>
                </div>
                <ConfirmButton
                  action="Take back"
                  about={`the invitation of ${invitation.email}`}
                  question="Take this invitation back?"
                  onConfirm={() => revoke(invitation)}
                >
                  <p>The link sent to {invitation.email} will stop working.</p>
                </ConfirmButton>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
