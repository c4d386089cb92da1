import * as v from 'valibot'
import { api, queries } from '@/api/client'
import type { TransferReason } from '@/api/learners.gen'
import { optionsOf, transferReasonNames } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { choice, requiredDate } from '@/components/ui/form/fields'
import { SelectField } from '@/components/ui/form/select-field'
import { dateHint, NoteField, noteEntry, optionalDate } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { cohortOptions } from '@/features/enrolments/cohort-options'
import { keysOf } from '@/lib/keys-of'
import { VersionedForm } from '@/features/enrolments/versioned-form'

const schema = v.object({
  cohort_id: choice('Choose the cohort to move to'),
  effective_on: requiredDate('the first day in the new cohort'),
  planned_end_on: optionalDate('the planned end'),
  reason: v.picklist<TransferReason[], string>(keysOf(transferReasonNames), 'Choose the reason for the move'),
  note: noteEntry,
})

export function TransferForm({ enrolment, onSaved }: ActionFormProps) {
  const cohorts =
    queries.useQuery('get', '/api/learners/v1/cohorts', { params: { query: { limit: 100 } } }).data?.items ?? []
  return (
    <VersionedForm
      name="transfer"
      enrolment={enrolment}
      schema={schema}
      onSaved={() => onSaved('The move is recorded')}
      save={({ note, planned_end_on, ...body }, header) =>
        api.POST('/api/learners/v1/enrolments/{enrolment_id}/transfer', {
          params: { path: { enrolment_id: enrolment.id }, header },
          body: { ...body, planned_end_on: planned_end_on || null, note: note || null },
        })
      }
    >
      <SelectField
        name="cohort_id"
        label="New cohort"
        hint="Cohorts that have not finished, with the places that are free."
        placeholder="Choose a cohort"
        options={cohortOptions(cohorts.filter(({ id }) => id !== enrolment.cohort_id))}
      />
      <DateField name="effective_on" legend="First day in the new cohort" hint={dateHint} />
      <DateField
        name="planned_end_on"
        legend="Planned end (optional)"
        hint="Left empty, it is the last day of the new cohort."
      />
      <SelectField
        name="reason"
        label="Reason"
        placeholder="Choose a reason"
        options={optionsOf(transferReasonNames)}
      />
      <NoteField />
      <SubmitButton>Move the learner</SubmitButton>
    </VersionedForm>
  )
}
