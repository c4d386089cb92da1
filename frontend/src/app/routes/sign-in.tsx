import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type Session, useMaybeSession, useStartSession } from '@/api/session'
import { Notice } from '@/components/ui/notice/notice'
import { Page } from '@/components/ui/page/page'
import { DemonstrationSignIn } from '@/features/sign-in/demonstration-sign-in'
import { SignInForm } from '@/features/sign-in/sign-in-form'
import { dropDraftsOfOthers } from '@/lib/drafts'
import { safeReturnPath } from '@/lib/return-path'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { reason, return: returnPath } = route.useSearch()
  const router = useRouter()
  const startSession = useStartSession()
  const signedInAlready = useMaybeSession()

  async function enter(session: Session) {
    dropDraftsOfOthers(session.account.id)
    startSession(session)
    await router.invalidate()
    router.history.push(safeReturnPath(returnPath))
  }

  return (
    <Page
      title="Sign in"
      lead={<p>Rotational apprenticeships across health and social care, planned and run together.</p>}
    >
      {reason === 'ended' && !signedInAlready && (
        <Notice title="Please sign in again" tone="attention" focused>
          <p>
            You were signed out to keep your account safe. Sign in and you will be back where you were, with what you
            had typed.
          </p>
        </Notice>
      )}
      {reason === 'signed-out' && !signedInAlready && (
        <Notice title="You have signed out" tone="good" focused>
          <p>Everything Crossway had shown here is gone from this device.</p>
        </Notice>
      )}
      <div className="cw-sign-in">
        <SignInForm onSignedIn={enter} />
        <DemonstrationSignIn onSignedIn={enter} />
      </div>
    </Page>
  )
}
