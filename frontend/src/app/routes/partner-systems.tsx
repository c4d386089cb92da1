import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PartnerClientSecretCreated } from '@/api/identity.gen'
import { buttonClass } from '@/components/ui/button/button'
import { Page } from '@/components/ui/page/page'
import { PartnerSystemsList } from '@/features/partner-systems/partner-systems-list'
import { SecretShownOnce } from '@/features/partner-systems/secret-shown-once'

export function PartnerSystemsPage() {
  const [secret, setSecret] = useState<PartnerClientSecretCreated>()
  return (
    <Page
      title="Partner systems"
      lead={<p>Other programs that exchange data with this partnership, each with its own credentials.</p>}
      actions={
        <Link to="/partner-systems/new" className={buttonClass()}>
          Add a system
        </Link>
      }
    >
      {secret && <SecretShownOnce key={secret.id} secret={secret} title="The new secret" />}
      <PartnerSystemsList onSecret={setSecret} />
    </Page>
  )
}
