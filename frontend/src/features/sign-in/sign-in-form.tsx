import { Link } from '@tanstack/react-router'
import * as v from 'valibot'
import type { Session } from '@/api/session'
import { SubmitButton } from '@/components/ui/button/button'
import { emailAddress } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import { signIn } from '@/features/sign-in/sign-in'

const schema = v.object({
  email: emailAddress(),
  password: v.pipe(v.string(), v.nonEmpty('Enter your password')),
})

export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => Promise<void> }) {
  return (
    <section className="cw-card" aria-label="Sign in with your account">
      <Form id="sign-in" schema={schema} onSubmit={async (credentials) => onSignedIn(await signIn(credentials))}>
        <TextField name="email" label="Email address" type="email" autoComplete="username" spellCheck={false} />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
        <SubmitButton busyText="Signing in…">Sign in</SubmitButton>
      </Form>
      <p className="cw-card__foot">
        <Link to="/forgotten-password">I have forgotten my password</Link>
      </p>
    </section>
  )
}
