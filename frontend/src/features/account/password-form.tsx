import { useState } from 'react'
import * as v from 'valibot'
import { api } from '@/api/client'
import { SubmitButton } from '@/components/ui/button/button'
import { newPassword } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { PasswordField } from '@/components/ui/form/password-field'
import { Notice } from '@/components/ui/notice/notice'

const schema = v.object({
  current_password: v.pipe(v.string(), v.nonEmpty('Enter your current password')),
  new_password: newPassword(),
})

export function PasswordForm() {
  const [changes, setChanges] = useState(0)
  return (
    <>
      {changes > 0 && (
        <Notice key={`notice ${changes}`} tone="good" title="Your password is changed" focused>
          <p>You are signed out on every other device.</p>
        </Notice>
      )}
      <Form
        // A new form each time, so that the passwords are gone from it.
        key={changes}
        id="password"
        schema={schema}
        onSubmit={async (body) => {
          await api.PUT('/api/identity/v1/account/password', { body })
          setChanges(changes + 1)
        }}
      >
        <PasswordField name="current_password" label="Current password" autoComplete="current-password" />
        <PasswordField
          name="new_password"
          label="New password"
          hint="12 characters or more. Three or four unrelated words are strong and easy to remember."
          autoComplete="new-password"
        />
        <SubmitButton>Change password</SubmitButton>
      </Form>
    </>
  )
}
