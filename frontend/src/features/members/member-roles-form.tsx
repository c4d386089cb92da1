import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { roles } from '@/api/access'
import { api } from '@/api/client'
import type { MemberRead } from '@/api/identity.gen'
import { ifMatch } from '@/api/refresh'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'
import { OrganisationsField } from '@/features/members/organisations-field'
import { roleOptions } from '@/features/members/roles'

const schema = v.object({
  roles: v.pipe(v.array(v.picklist(roles)), v.minLength(1, 'Choose at least one role')),
  organisation_ids: v.array(v.string()),
})

export function MemberRolesForm({ member, onSaved }: { member: MemberRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  return (
    <Form
      id={`member ${member.id}`}
      schema={schema}
      initial={{ roles: member.roles, organisation_ids: member.organisation_ids }}
      onSubmit={async (body) => {
        await api.PATCH('/api/identity/v1/members/{member_id}', {
          params: { path: { member_id: member.id }, header: { 'if-match': ifMatch(member) } },
          body,
        })
        await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/members'] })
        await onSaved()
      }}
    >
      <CheckboxesField
        name="roles"
        legend="Roles in this partnership"
        hint="The change counts from their next click; they are asked to sign in again."
        options={roleOptions}
      />
      <OrganisationsField />
      <SubmitButton>Save the roles</SubmitButton>
    </Form>
  )
}
