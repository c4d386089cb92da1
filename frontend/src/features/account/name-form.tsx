import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '@/api/client'
import { type Session, sessionQuery } from '@/api/session'
import { SubmitButton } from '@/components/ui/button/button'
import { requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { announce } from '@/lib/announcer'

const schema = v.object({ display_name: requiredText('Enter your name', 100) })

export function NameForm({ account }: { account: Session['account'] }) {
  const queryClient = useQueryClient()
  return (
    <Form
      id="name"
      schema={schema}
      initial={{ display_name: account.display_name }}
      onSubmit={async (body) => {
        await api.PUT('/api/identity/v1/account', { body })
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
        announce('Your name is saved')
      }}
    >
      <TextField name="display_name" label="Your name" hint="As colleagues see it." autoComplete="name" />
      <SubmitButton variant="secondary">Save the name</SubmitButton>
    </Form>
  )
}
