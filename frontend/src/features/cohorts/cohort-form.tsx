import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { CohortRead } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { DateField } from '@/components/ui/form/date-field'
import { requiredDate, requiredText, wholeNumber } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'

const schema = v.pipe(
  v.object({
    name: requiredText('Enter the name'),
    starts_on: requiredDate('the first day'),
    ends_on: requiredDate('the last day'),
    places: wholeNumber('Enter the number of places, from 1 to 10,000', 1, 10_000),
  }),
  v.forward(
    v.partialCheck(
      [['starts_on'], ['ends_on']],
      ({ starts_on, ends_on }) => ends_on > starts_on,
      'Enter a last day after the first',
    ),
    ['ends_on'],
  ),
)

interface AddCohortFormProps {
  programmeId: string
  onAdded: (cohort: CohortRead) => Promise<void>
}

export function AddCohortForm({ programmeId, onAdded }: AddCohortFormProps) {
  const refresh = useRefreshLearners()
  return (
    <Form
      id={`cohort of ${programmeId}`}
      schema={schema}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/learners/v1/cohorts', {
          params: { header: { 'idempotency-key': key } },
          body: { ...values, programme_id: programmeId },
        })
        await refresh()
        if (data) await onAdded(data)
      }}
    >
      <CohortFields />
      <SubmitButton busyText="Opening…">Open the cohort</SubmitButton>
    </Form>
  )
}

interface EditCohortFormProps {
  cohort: CohortRead
  onSaved: () => Promise<void>
}

export function EditCohortForm({ cohort, onSaved }: EditCohortFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(cohort)
  const path = { cohort_id: cohort.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/learners/v1/cohorts/{cohort_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  const { name, starts_on, ends_on, places } = opened
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This cohort" />}
      <Form
        id={`cohort ${cohort.id}`}
        schema={schema}
        initial={{ name, starts_on, ends_on, places: String(places) }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/learners/v1/cohorts/{cohort_id}', { params: { path, header }, body: values }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <CohortFields />
        <SubmitButton>Save the cohort</SubmitButton>
      </Form>
    </>
  )
}

function CohortFields() {
  return (
    <>
      <TextField name="name" label="Name" hint="Such as the month in which it starts" autoComplete="off" />
      <DateField name="starts_on" legend="First day" />
      <DateField name="ends_on" legend="Last day" />
      <TextField name="places" label="Places" width={5} inputMode="numeric" />
    </>
  )
}
