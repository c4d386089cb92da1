import * as v from 'valibot'
import { roleNames } from '@/api/access'
import { api } from '@/api/client'
import type { InvitationOpened } from '@/api/identity.gen'
import type { Session } from '@/api/session'
import { SubmitButton } from '@/components/ui/button/button'
import { newPassword, requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import { SummaryList } from '@/components/ui/summary-list/summary-list'

const newAccount = v.object({ display_name: requiredText('Enter your name', 100), password: newPassword() })
const knownAccount = v.object({ password: v.pipe(v.string(), v.nonEmpty('Enter your password')) })

interface AcceptInvitationFormProps {
  token: string
  invitation: InvitationOpened
  onAccepted: (session: Session) => Promise<void>
}

export function AcceptInvitationForm({ token, invitation, onAccepted }: AcceptInvitationFormProps) {
  async function accept(answers: { display_name?: string; password: string }) {
    const { data } = await api.POST('/api/identity/v1/invitations/accepted', { body: { token, ...answers } })
    if (data) await onAccepted(data)
  }

  return (
    <>
      <SummaryList
        facts={{
          'Email address': invitation.email,
          'Your roles': invitation.roles.map((role) => roleNames[role]).join(', '),
        }}
      />
      <div className="cw-gap" />
      {invitation.account_exists ? (
        <Form id="accept-invitation" schema={knownAccount} onSubmit={accept}>
          <PasswordField
            name="password"
            label="Your password"
            hint="You already have an account with this email address. Its password shows that it is you."
            autoComplete="current-password"
          />
          <SubmitButton busyText="Joining…">Join</SubmitButton>
        </Form>
      ) : (
        <Form id="accept-invitation" schema={newAccount} onSubmit={accept}>
          <TextField name="display_name" label="Your name" hint="As colleagues know you." autoComplete="name" />
          <PasswordField
            name="password"
            label="Choose a password"
            hint="12 characters or more. Three or four unrelated words are strong and easy to remember."
            autoComplete="new-password"
          />
          <SubmitButton busyText="Joining…">Join</SubmitButton>
        </Form>
      )}
    </>
  )
}
