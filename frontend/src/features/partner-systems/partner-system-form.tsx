import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '@/api/client'
import type { PartnerClientSecretCreated } from '@/api/identity.gen'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { scopeOptions } from '@/features/partner-systems/scopes'

const schema = v.object({
  name: requiredText('Enter a name for the system', 100),
  scopes: v.pipe(
    v.array(v.picklist(scopeOptions.map(({ value }) => value))),
    v.minLength(1, 'Choose at least one thing that it may do'),
  ),
})

export function PartnerSystemForm({ onCreated }: { onCreated: (secret: PartnerClientSecretCreated) => void }) {
  const queryClient = useQueryClient()
  return (
    <Form
      id="partner-system"
      schema={schema}
      onSubmit={async (body, key) => {
        // Tried again after a lost answer, the key finds the same system; its secret is made by a step of its own.
        const { data: client } = await api.POST('/api/identity/v1/partner-clients', {
          params: { header: { 'idempotency-key': key } },
          body,
        })
        if (!client) return
        const { data: secret } = await api.POST('/api/identity/v1/partner-clients/{client_id}/secrets', {
          params: { path: { client_id: client.id } },
        })
        await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/partner-clients'] })
        if (secret) onCreated(secret)
      }}
    >
      <TextField name="name" label="Name of the system" hint="As people here call it, for example Payroll." />
      <CheckboxesField
        name="scopes"
        legend="What it may do"
        hint="Allow no more than it needs."
        options={scopeOptions}
      />
      <SubmitButton busyText="Adding…">Add the system</SubmitButton>
    </Form>
  )
}
