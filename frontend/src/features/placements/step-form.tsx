import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { PlacementRead, Step } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { optionalText, requiredDate, requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { TextField } from '@/components/ui/form/text-field'
import { stepWords } from '@/features/placements/placement-words'
import { today } from '@/lib/dates'

const withReason: ReadonlySet<Step> = new Set<Step>(['decline', 'suspend', 'withdraw'])
const withMentor: ReadonlySet<Step> = new Set<Step>(['accept', 'induct'])

interface StepFormProps {
  placement: PlacementRead
  step: Step
  onSaved: (done: string) => Promise<void>
}

/** One step of a placement's life: on which day, and what belongs to it. */
export function StepForm({ placement, step, onSaved }: StepFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(placement)
  const path = { placement_id: placement.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/placements/{placement_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  const asksReason = withReason.has(step)
  const asksMentor = withMentor.has(step)
  const schema = v.object({
    on: requiredDate('the day'),
    reason: asksReason
      ? requiredText('Give the reason: those concerned read it', 4000)
      : v.optional(optionalText(4000), ''),
    mentor_name: v.optional(optionalText(), ''),
  })
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This placement" />}
      <Form
        id={`${step} ${placement.id}`}
        schema={schema}
        initial={{ on: today(), mentor_name: opened.mentor_name }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async ({ on, reason, mentor_name }, idempotencyKey) => {
          await save((header) =>
            api.POST('/api/placements/v1/placements/{placement_id}/steps', {
              params: { path, header: { ...header, 'idempotency-key': idempotencyKey } },
              body: { step, on, reason: reason || null, mentor_name: mentor_name || null },
            }),
          )
          await refresh()
          await onSaved(stepWords[step].done)
        }}
      >
        <DateField name="on" legend="On which day?" hint="Today, or a day before it." />
        {asksMentor && <TextField name="mentor_name" label="Mentor (optional)" hint="Who supervises them there." />}
        {asksReason && (
          <TextareaField name="reason" label="Reason" hint="The apprentice and the coordinator read it." />
        )}
        <SubmitButton variant={asksReason ? 'warning' : 'primary'}>{stepWords[step].button}</SubmitButton>
      </Form>
    </>
  )
}
