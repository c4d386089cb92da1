import * as v from 'valibot'
import { api } from '@/api/client'
import type { ChangeReason } from '@/api/learners.gen'
import { changeReasonNames, optionsOf } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { choice, requiredDate } from '@/components/ui/form/fields'
import { SelectField } from '@/components/ui/form/select-field'
import { NoteField, noteEntry } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { EmployerField } from '@/features/enrolments/employer-field'
import { keysOf } from '@/lib/keys-of'
import { VersionedForm } from '@/features/enrolments/versioned-form'
import { formatDate, today } from '@/lib/dates'

const schema = v.object({
  planned_end_on: requiredDate('the planned end'),
  employer_organisation_id: choice('Choose the employer of record'),
  effective_on: requiredDate('the day from which this holds'),
  reason: v.picklist<ChangeReason[], string>(keysOf(changeReasonNames), 'Choose the reason for the change'),
  note: noteEntry,
})

export function ChangeForm({ enrolment, onSaved }: ActionFormProps) {
  return (
    <VersionedForm
      name="change"
      enrolment={enrolment}
      schema={schema}
      initial={{
        planned_end_on: enrolment.planned_end_on,
        employer_organisation_id: enrolment.employer_organisation_id,
        effective_on: today(),
      }}
      onSaved={() => onSaved('The change is saved')}
      save={({ note, planned_end_on, employer_organisation_id, ...body }, header) =>
        api.PATCH('/api/learners/v1/enrolments/{enrolment_id}', {
          params: { path: { enrolment_id: enrolment.id }, header },
          // Only what was really changed is sent, so that nobody's other change is overwritten.
          body: {
            ...body,
            planned_end_on: planned_end_on === enrolment.planned_end_on ? null : planned_end_on,
            employer_organisation_id:
              employer_organisation_id === enrolment.employer_organisation_id ? null : employer_organisation_id,
            note: note || null,
          },
        })
      }
    >
      <DateField
        name="planned_end_on"
        legend="Planned end"
        hint={`After ${formatDate(enrolment.started_on)}, the start.`}
      />
      <EmployerField />
      <DateField
        name="effective_on"
        legend="Holds from"
        hint={`From ${formatDate(enrolment.started_on)}, the start.`}
      />
      <SelectField name="reason" label="Reason" placeholder="Choose a reason" options={optionsOf(changeReasonNames)} />
      <NoteField />
      <SubmitButton>Save the change</SubmitButton>
    </VersionedForm>
  )
}
