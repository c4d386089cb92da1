import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PartnerClientSecretCreated } from '@/api/identity.gen'
import { Page } from '@/components/ui/page/page'
import { PartnerSystemForm } from '@/features/partner-systems/partner-system-form'
import { SecretShownOnce } from '@/features/partner-systems/secret-shown-once'

export function AddPartnerSystemPage() {
  const [created, setCreated] = useState<PartnerClientSecretCreated>()
  const back = (
    <Link to="/partner-systems" className="nhsuk-back-link">
      Back to partner systems
    </Link>
  )
  return (
    <Page title="Add a partner system" back={back} narrow>
      {created ? (
        <SecretShownOnce secret={created} title="The system is added" />
      ) : (
        <PartnerSystemForm onCreated={setCreated} />
      )}
    </Page>
  )
}
