import type { PartnerClientSecretCreated } from '@/api/identity.gen'
import { CopyField } from '@/components/ui/copy-field/copy-field'
import { Notice } from '@/components/ui/notice/notice'

/** A new secret. It is kept nowhere in a form that could be shown again. */
export function SecretShownOnce({ secret, title }: { secret: PartnerClientSecretCreated; title: string }) {
  return (
    <>
      <Notice tone="attention" title={title} focused>
        <p>Copy the secret now and put it into the other system. It cannot be shown again.</p>
      </Notice>
      <CopyField label="Client id" value={secret.client_id} />
      <CopyField label="Client secret" value={secret.secret} />
    </>
  )
}
