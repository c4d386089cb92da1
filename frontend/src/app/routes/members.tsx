import { Link } from '@tanstack/react-router'
import { can } from '@/api/access'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Page } from '@/components/ui/page/page'
import { InvitationsList } from '@/features/members/invitations-list'
import { MembersTable } from '@/features/members/members-table'

export function MembersPage() {
  const session = useSession()
  const { account, membership } = session
  return (
    <Page
      title="People"
      lead={<p>Everyone who can sign in to {membership?.partnership.name}, and what they may do.</p>}
      actions={
        <Link to="/members/invite" className={buttonClass()}>
          Invite someone
        </Link>
      }
    >
      <Card title="Invited, not yet here">
        <InvitationsList />
      </Card>
      <Card title="Members">
        <MembersTable ownAccountId={account.id} mayManage={can(session, 'manage members')} />
      </Card>
    </Page>
  )
}
