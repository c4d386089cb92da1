import { useSession } from '@/api/session'
import { Card } from '@/components/ui/card/card'
import { Page } from '@/components/ui/page/page'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { NameForm } from '@/features/account/name-form'
import { Memberships } from '@/features/account/memberships'
import { PasswordForm } from '@/features/account/password-form'
import { SignedInPlaces } from '@/features/account/signed-in-places'

export function AccountPage() {
  const session = useSession()
  const { account } = session
  return (
    <Page title="Your account">
      <div className="cw-columns">
        <div>
          <Card title="Where you are signed in">
            <SignedInPlaces />
          </Card>
          <Card title="Change your password">
            <PasswordForm />
          </Card>
        </div>
        <div>
          <Card title="Your details">
            <SummaryList facts={{ 'Email address': account.email }} />
            <div className="cw-gap" />
            <NameForm account={account} />
          </Card>
          <Card title="Your partnerships">
            <Memberships session={session} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
