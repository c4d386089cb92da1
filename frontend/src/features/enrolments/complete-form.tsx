import * as v from 'valibot'
import { api } from '@/api/client'
import type { Outcome } from '@/api/learners.gen'
import { optionsOf, outcomeNames } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { requiredDate } from '@/components/ui/form/fields'
import { NoteField, noteEntry } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { keysOf } from '@/lib/keys-of'
import { VersionedForm } from '@/features/enrolments/versioned-form'
import { formatDate } from '@/lib/dates'

const schema = v.object({
  completed_on: requiredDate('the last day'),
  outcome: v.picklist<Outcome[], string>(keysOf(outcomeNames), 'Choose the outcome'),
  note: noteEntry,
})

export function CompleteForm({ enrolment, onSaved }: ActionFormProps) {
  return (
    <VersionedForm
      name="complete"
      enrolment={enrolment}
      schema={schema}
      onSaved={() => onSaved('The completion is recorded')}
      save={({ note, ...body }, header) =>
        api.POST('/api/learners/v1/enrolments/{enrolment_id}/completion', {
          params: { path: { enrolment_id: enrolment.id }, header },
          body: { ...body, note: note || null },
        })
      }
    >
      <DateField name="completed_on" legend="Last day" hint={`From ${formatDate(enrolment.started_on)} until today.`} />
      <RadiosField name="outcome" legend="Outcome" options={optionsOf(outcomeNames)} />
      <NoteField />
      <SubmitButton>Record the completion</SubmitButton>
    </VersionedForm>
  )
}
