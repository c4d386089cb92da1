import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClientSecret } from '@/api/identity.gen'
import { buttonClass } from '@/components/ui/button/button'
import { Page } from '@/components/ui/page/page'
import { PartnerSystemsList } from '@/features/partner-systems/partner-systems-list'
import { SecretShownOnce } from '@/features/partner-systems/secret-shown-once'

export function PartnerSystemsPage() {
  const [rotated, setRotated] = useState<ClientSecret>()
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
      {rotated && <SecretShownOnce key={rotated.secret} client={rotated} title="The new secret" />}
      <PartnerSystemsList onRotated={setRotated} />
    </Page>
  )
}
