import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as v from 'valibot'
import { api } from '@/api/client'
import { SubmitButton } from '@/components/ui/button/button'
import { emailAddress } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { Page } from '@/components/ui/page/page'

const schema = v.object({ email: emailAddress() })

export function ForgottenPasswordPage() {
  const [sentTo, setSentTo] = useState<string>()
  const back = (
    <Link to="/sign-in" className="nhsuk-back-link">
      Back to sign in
    </Link>
  )
  if (sentTo) {
    return (
      <Page title="Check your email" back={back} narrow>
        <p>
          If <strong>{sentTo}</strong> belongs to an account, a message with a link is on its way. The link works once,
          for one hour.
        </p>
        <p>
          Nothing there after a few minutes? Look in the junk folder, or ask your coordinator which address your account
          uses.
        </p>
      </Page>
    )
  }
  return (
    <Page title="Forgotten password" back={back} narrow lead={<p>We will send you a link to choose a new one.</p>}>
      <Form
        id="forgotten-password"
        schema={schema}
        onSubmit={async (body) => {
          await api.POST('/api/identity/v1/password-resets', { body })
          setSentTo(body.email)
        }}
      >
        <TextField name="email" label="Email address" type="email" autoComplete="username" spellCheck={false} />
        <SubmitButton busyText="Sending…">Send me the link</SubmitButton>
      </Form>
    </Page>
  )
}
