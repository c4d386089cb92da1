import * as v from 'valibot'
import { api } from '@/api/client'
import type { WithdrawalReason } from '@/api/learners.gen'
import { optionsOf, withdrawalReasonNames } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { requiredDate } from '@/components/ui/form/fields'
import { SelectField } from '@/components/ui/form/select-field'
import { NoteField, noteEntry } from '@/features/enrolments/action-fields'
import type { ActionFormProps } from '@/features/enrolments/action-form'
import { keysOf } from '@/lib/keys-of'
import { VersionedForm } from '@/features/enrolments/versioned-form'
import { formatDate } from '@/lib/dates'

const schema = v.object({
  withdrawn_on: requiredDate('the last day'),
  reason: v.picklist<WithdrawalReason[], string>(keysOf(withdrawalReasonNames), 'Choose why the learner leaves'),
  note: noteEntry,
})

export function WithdrawForm({ enrolment, onSaved }: ActionFormProps) {
  const earliest = enrolment.break_started_on ?? enrolment.started_on
  return (
    <VersionedForm
      name="withdraw"
      enrolment={enrolment}
      schema={schema}
      onSaved={() => onSaved('The withdrawal is recorded')}
      save={({ note, ...body }, header) =>
        api.POST('/api/learners/v1/enrolments/{enrolment_id}/withdrawal', {
          params: { path: { enrolment_id: enrolment.id }, header },
          body: { ...body, note: note || null },
        })
      }
    >
      <DateField
        name="withdrawn_on"
        legend="Last day"
        hint={`From ${formatDate(earliest)} until one month from today.`}
      />
      <SelectField
        name="reason"
        label="Reason"
        hint="The partnership learns from honest reasons: they show what to change."
        placeholder="Choose a reason"
        options={optionsOf(withdrawalReasonNames)}
      />
      <NoteField />
      <SubmitButton variant="warning">Withdraw the learner</SubmitButton>
    </VersionedForm>
  )
}
