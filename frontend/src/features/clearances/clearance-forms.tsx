import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { clearanceKindNames } from '@/api/host-words'
import type { ClearanceRead } from '@/api/learners.gen'
import { removalReasonNames } from '@/api/planning-words'
import { useRefreshLearners } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import {
  clearanceSchema,
  datesSchema,
  initialOf,
  removalSchema,
  toClearance,
  toDates,
} from '@/features/clearances/clearance-values'

export function AddClearanceForm({ learnerId, onAdded }: { learnerId: string; onAdded: () => Promise<void> }) {
  const refresh = useRefreshLearners()
  return (
    <Form
      id={`clearance of ${learnerId}`}
      schema={clearanceSchema}
      pointers={{ '/code': 'kind' }}
      onSubmit={async (values, key) => {
        await api.POST('/api/learners/v1/learners/{learner_id}/clearances', {
          params: { path: { learner_id: learnerId }, header: { 'idempotency-key': key } },
          body: toClearance(values),
        })
        await refresh()
        await onAdded()
      }}
    >
      <RadiosField name="kind" legend="Clearance" options={optionsOf(clearanceKindNames)} />
      <TextField
        name="vaccination"
        label="Vaccination against (optional)"
        hint="Only for a vaccination, such as hepatitis B"
        width={20}
      />
      <DateFields />
      <SubmitButton>Record the clearance</SubmitButton>
    </Form>
  )
}

function DateFields() {
  return (
    <>
      <DateField name="valid_from" legend="First day" hint="On which it was given or checked" />
      <DateField name="expires_on" legend="Last day (optional)" hint="Leave it empty when it does not expire" />
      <TextField
        name="reference"
        label="Reference (optional)"
        hint="Such as the number of the certificate"
        width={20}
      />
      <TextareaField name="note" label="Note (optional)" rows={2} />
    </>
  )
}

interface ClearanceFormProps {
  clearance: ClearanceRead
  onDone: (what: string) => Promise<void>
}

/** Corrects or removes what is recorded; a renewal is a new record. */
export function ClearanceForms({ clearance, onDone }: ClearanceFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(clearance)
  const path = { learner_id: clearance.learner_id, clearance_id: clearance.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, async () => {
    const options = queries.queryOptions('get', '/api/learners/v1/learners/{learner_id}/clearances', {
      params: { path: { learner_id: clearance.learner_id } },
    })
    const { items } = await queryClient.fetchQuery({ ...options, staleTime: 0 })
    return items.find(({ id }) => id === clearance.id) ?? opened
  })
  async function done(what: string) {
    await onDone(what)
    await refresh()
  }
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This clearance" />}
      <Form
        id={`clearance ${clearance.id}`}
        schema={datesSchema}
        initial={initialOf(opened)}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/learners/v1/learners/{learner_id}/clearances/{clearance_id}', {
              params: { path, header },
              body: toDates(values),
            }),
          )
          await done('The clearance is corrected')
        }}
      >
        <DateFields />
        <SubmitButton>Save the correction</SubmitButton>
      </Form>
      <h2 className="cw-form__heading">Remove it</h2>
      <Form
        id={`removal of ${clearance.id}`}
        schema={removalSchema}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.POST('/api/learners/v1/learners/{learner_id}/clearances/{clearance_id}/removal', {
              params: { path, header },
              body: values,
            }),
          )
          await done('The clearance is removed')
        }}
      >
        <RadiosField
          name="reason"
          legend="Why is it removed?"
          hint="To end it from a day on, correct its last day instead."
          options={optionsOf(removalReasonNames)}
        />
        <SubmitButton variant="warning" busyText="Removing…">
          Remove the clearance
        </SubmitButton>
      </Form>
    </>
  )
}
