import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { roleNames } from '@/api/access'
import { queries } from '@/api/client'
import type { InvitationSent } from '@/api/identity.gen'
import { personName } from '@/api/words'
import { BackToRecord } from '@/app/routes/record'
import { CopyField } from '@/components/ui/copy-field/copy-field'
import { Notice } from '@/components/ui/notice/notice'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { InviteApprenticeForm, InviteForm } from '@/features/members/invite-form'
import { formatInstant } from '@/lib/dates'

const route = getRouteApi('/signed-in/members/invite')

export function InvitePage() {
  const { learner } = route.useSearch()
  const [invited, setInvited] = useState<InvitationSent>()
  if (invited) return <Invited invitation={invited} />
  if (learner) return <InviteApprentice learnerId={learner} onInvited={setInvited} />
  return (
    <Page title="Invite someone" back={<BackToPeople />} narrow>
      <InviteForm onInvited={setInvited} />
    </Page>
  )
}

function InviteApprentice({
  learnerId,
  onInvited,
}: {
  learnerId: string
  onInvited: (invitation: InvitationSent) => void
}) {
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  const back = <BackToRecord learnerId={learnerId} />
  return (
    <LoadedPage query={query} title="Invite to sign in" back={back}>
      {(learner) => (
        <Page
          title={`Invite ${personName(learner)}`}
          back={back}
          narrow
          lead={<p>Apprentices see their own record and who is there for them.</p>}
        >
          <InviteApprenticeForm learner={learner} onInvited={onInvited} />
        </Page>
      )}
    </LoadedPage>
  )
}

function Invited({ invitation }: { invitation: InvitationSent }) {
  return (
    <Page title="Invitation sent" back={<BackToPeople />} narrow>
      <Notice tone="good" title={`${invitation.email} is invited`} focused>
        <p>As {invitation.roles.map((role) => roleNames[role]).join(', ')}. A message with the link is on its way.</p>
      </Notice>
      <CopyField label="One-time link" value={invitation.link} />
      <p>
        You can also hand over the link yourself. It is shown only now, works once, and ends{' '}
        {formatInstant(invitation.expires_at)}.
      </p>
    </Page>
  )
}

function BackToPeople() {
  return (
    <Link to="/members" className="nhsuk-back-link">
      Back to people
    </Link>
  )
}
