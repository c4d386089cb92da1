import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { roles } from '@/api/access'
import { api } from '@/api/client'
import type { InvitationSent } from '@/api/identity.gen'
import type { LearnerRead } from '@/api/learners.gen'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { emailAddress } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { OrganisationsField } from '@/features/members/organisations-field'
import { roleOptions } from '@/features/members/roles'

const staffSchema = v.object({
  email: emailAddress(),
  roles: v.pipe(v.array(v.picklist(roles)), v.minLength(1, 'Choose at least one role')),
  organisation_ids: v.array(v.string()),
})

const apprenticeSchema = v.object({ email: emailAddress() })

/** Apprentices are invited from their own record, which their sign-in then belongs to. */
const offered = roleOptions.filter(({ value }) => value !== 'apprentice')

type OnInvited = (invitation: InvitationSent) => void

export function InviteForm({ onInvited }: { onInvited: OnInvited }) {
  const invite = useInvite(onInvited)
  return (
    <Form id="invite" schema={staffSchema} onSubmit={(body) => invite({ ...body, learner_id: null })}>
      <TextField name="email" label="Email address" type="email" spellCheck={false} />
      <CheckboxesField
        name="roles"
        legend="Roles in this partnership"
        hint="Choose all that apply."
        options={offered}
      />
      <OrganisationsField />
      <SubmitButton busyText="Inviting…">Invite</SubmitButton>
    </Form>
  )
}

export function InviteApprenticeForm({ learner, onInvited }: { learner: LearnerRead; onInvited: OnInvited }) {
  const invite = useInvite(onInvited)
  return (
    <Form
      id={`invite ${learner.id}`}
      schema={apprenticeSchema}
      initial={{ email: learner.email }}
      onSubmit={({ email }) => invite({ email, roles: ['apprentice'], organisation_ids: [], learner_id: learner.id })}
    >
      <TextField name="email" label="Email address" type="email" spellCheck={false} />
      <SubmitButton busyText="Inviting…">Invite</SubmitButton>
    </Form>
  )
}

function useInvite(onInvited: OnInvited) {
  const queryClient = useQueryClient()
  return async (body: v.InferOutput<typeof staffSchema> & { learner_id: string | null }) => {
    const { data } = await api.POST('/api/identity/v1/invitations', { body })
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/invitations'] })
    if (data) onInvited(data)
  }
}
