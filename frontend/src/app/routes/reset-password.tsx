import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as v from 'valibot'
import { api } from '@/api/client'
import { SubmitButton } from '@/components/ui/button/button'
import { newPassword } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { PasswordField } from '@/components/ui/form/password-field'
import { Page } from '@/components/ui/page/page'
import { useLinkToken } from '@/lib/use-link-token'

const schema = v.object({ new_password: newPassword() })

export function ResetPasswordPage() {
  const token = useLinkToken()
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Page title="Your new password is set" narrow>
        <p>You are signed out everywhere, so that nobody else stays signed in with the old password.</p>
        <p>
          <Link to="/sign-in">Sign in with the new password</Link>
        </p>
      </Page>
    )
  }
  if (!token) {
    return (
      <Page title="This link is not complete" narrow>
        <p>Open the link from the message again, or copy all of it into the address bar.</p>
        <p>
          <Link to="/forgotten-password">Send me a new link</Link>
        </p>
      </Page>
    )
  }
  return (
    <Page title="Choose a new password" narrow>
      <Form
        id="reset-password"
        schema={schema}
        onSubmit={async ({ new_password }) => {
          await api.PUT('/api/identity/v1/password-resets', { body: { token, new_password } })
          setDone(true)
        }}
      >
        <PasswordField
          name="new_password"
          label="New password"
          hint="12 characters or more. Three or four unrelated words are strong and easy to remember."
          autoComplete="new-password"
        />
        <SubmitButton>Set the new password</SubmitButton>
      </Form>
    </Page>
  )
}
