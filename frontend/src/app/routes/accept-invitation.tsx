import { Link, useRouter } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { type Session, useStartSession } from '@/api/session'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { AcceptInvitationForm } from '@/features/sign-in/accept-invitation-form'
import { useLinkToken } from '@/lib/use-link-token'

export function AcceptInvitationPage() {
  const token = useLinkToken()
  const router = useRouter()
  const startSession = useStartSession()
  const query = queries.useQuery(
    'post',
    '/api/identity/v1/invitations/lookup',
    { body: { token } },
    { enabled: token !== '', staleTime: Infinity },
  )

  async function enter(session: Session) {
    startSession(session)
    await router.invalidate()
    await router.navigate({ to: '/' })
  }

  if (!token || hasStatus(query.error, 410)) {
    return (
      <Page title="This invitation cannot be used" narrow>
        <p>
          The link is not complete, was used already, or its time is over. Ask the person who invited you for a new one.
        </p>
        <p>
          <Link to="/sign-in">Go to sign in</Link>
        </p>
      </Page>
    )
  }
  return (
    <LoadedPage query={query} title="Your invitation">
      {(invitation) => (
        <Page title={`Join ${invitation.partnership_name}`} kicker="You are invited" narrow>
          <AcceptInvitationForm token={token} invitation={invitation} onAccepted={enter} />
        </Page>
      )}
    </LoadedPage>
  )
}
