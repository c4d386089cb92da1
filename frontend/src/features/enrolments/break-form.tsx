import * as v from 'valibot'
import { api } from '@/api/client'
import type { BreakReason } from '@/api/learners.gen'
import { breakReasonNames, optionsOf } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { requiredDate } from '@/components/ui/form/fields'
import { SelectField } from '@/components/ui/form/select-field'
import { dateHint, NoteField, noteEntry } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { keysOf } from '@/lib/keys-of'
import { VersionedForm } from '@/features/enrolments/versioned-form'
import { formatDate } from '@/lib/dates'

const schema = v.object({
  starts_on: requiredDate('the first day of the break'),
  expected_return_on: requiredDate('the day on which the learner is expected back'),
  reason: v.picklist<BreakReason[], string>(keysOf(breakReasonNames), 'Choose the reason for the break'),
  note: noteEntry,
})

export function BreakForm({ enrolment, onSaved }: ActionFormProps) {
  return (
    <VersionedForm
      name="break"
      enrolment={enrolment}
      schema={schema}
      onSaved={() => onSaved('The break is recorded')}
      save={({ note, ...body }, header) =>
        api.POST('/api/learners/v1/enrolments/{enrolment_id}/break', {
          params: { path: { enrolment_id: enrolment.id }, header },
          body: { ...body, note: note || null },
        })
      }
    >
      <DateField
        name="starts_on"
        legend="First day of the break"
        hint={`From ${formatDate(enrolment.started_on)} until one month from today, and before the planned end.`}
      />
      <DateField
        name="expected_return_on"
        legend="Expected back"
        hint={`The first day of learning again. ${dateHint}`}
      />
      <SelectField name="reason" label="Reason" placeholder="Choose a reason" options={optionsOf(breakReasonNames)} />
      <NoteField />
      <SubmitButton>Record the break</SubmitButton>
    </VersionedForm>
  )
}
