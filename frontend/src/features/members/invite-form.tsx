import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { roles } from '@/api/access'
import { api } from '@/api/client'
import type { InvitationCreated } from '@/api/identity.gen'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { emailAddress } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { roleOptions } from '@/features/members/roles'

const schema = v.object({
  email: emailAddress(),
  roles: v.pipe(v.array(v.picklist(roles)), v.minLength(1, 'Choose at least one role')),
})

/** Apprentices are invited from their own record, which their sign-in then belongs to. */
const offered = roleOptions.filter(({ value }) => value !== 'apprentice')

export function InviteForm({ onInvited }: { onInvited: (invitation: InvitationCreated) => void }) {
  const queryClient = useQueryClient()
  return (
    <Form
      id="invite"
      schema={schema}
      onSubmit={async (body) => {
        const { data } = await api.POST('/api/identity/v1/invitations', { body: { ...body, organisation_ids: [] } })
        await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/invitations'] })
        if (data) onInvited(data)
      }}
    >
      <TextField name="email" label="Email address" type="email" spellCheck={false} />
      <CheckboxesField name="roles" legend="Roles in this partnership" hint="Choose all that apply." options={offered} />
      <SubmitButton busyText="Inviting…">Invite</SubmitButton>
    </Form>
  )
}
