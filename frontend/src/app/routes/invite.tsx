import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { roleNames } from '@/api/access'
import type { InvitationCreated } from '@/api/identity.gen'
import { CopyField } from '@/components/ui/copy-field/copy-field'
import { Notice } from '@/components/ui/notice/notice'
import { Page } from '@/components/ui/page/page'
import { InviteForm } from '@/features/members/invite-form'
import { formatInstant } from '@/lib/dates'

export function InvitePage() {
  const [invited, setInvited] = useState<InvitationCreated>()
  const back = (
    <Link to="/members" className="nhsuk-back-link">
      Back to people
    </Link>
  )
  if (invited) {
    return (
      <Page title="Invitation sent" back={back} narrow>
        <Notice tone="good" title={`${invited.email} is invited`} focused>
          <p>As {invited.roles.map((role) => roleNames[role]).join(', ')}. A message with the link is on its way.</p>
        </Notice>
        <CopyField label="One-time link" value={invited.link} />
        <p>
          You can also hand over the link yourself. It is shown only now, works once, and ends {formatInstant(invited.expires_at)}.
        </p>
        <button type="button" className="cw-link-button" onClick={() => setInvited(undefined)}>
          Invite someone else
        </button>
      </Page>
    )
  }
  return (
    <Page title="Invite someone" back={back} narrow>
      <InviteForm onInvited={setInvited} />
    </Page>
  )
}
