import * as v from 'valibot'
import { api } from '@/api/client'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { requiredDate } from '@/components/ui/form/fields'
import { NoteField, noteEntry } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { VersionedForm } from '@/features/enrolments/versioned-form'
import { formatDate } from '@/lib/dates'

const schema = v.object({
  returned_on: requiredDate('the first day back'),
  planned_end_on: requiredDate('the new planned end'),
  note: noteEntry,
})

export function ReturnForm({ enrolment, onSaved }: ActionFormProps) {
  return (
    <VersionedForm
      name="return"
      enrolment={enrolment}
      schema={schema}
      onSaved={() => onSaved('The return is recorded')}
      save={({ note, ...body }, header) =>
        api.POST('/api/learners/v1/enrolments/{enrolment_id}/return', {
          params: { path: { enrolment_id: enrolment.id }, header },
          body: { ...body, note: note || null },
        })
      }
    >
      <DateField
        name="returned_on"
        legend="First day back"
        hint={
          enrolment.break_started_on
            ? `After ${formatDate(enrolment.break_started_on)}, when the break began.`
            : undefined
        }
      />
      <DateField
        name="planned_end_on"
        legend="New planned end"
        hint={`Until now ${formatDate(enrolment.planned_end_on)}. As a rule it moves by the length of the break.`}
      />
      <NoteField />
      <SubmitButton>Record the return</SubmitButton>
    </VersionedForm>
  )
}
