import * as v from 'valibot'
import { api, queries } from '@/api/client'
import type { PlanCohort, ScenarioRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { SubmitButton } from '@/components/ui/button/button'
import { optionalText, requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'

const schema = v.object({
  name: requiredText('Enter a name for the plan'),
  // The first plan of a cohort has nothing to be a copy of, and is not asked.
  copy_of: v.optional(optionalText(), ''),
})

interface CreatePlanFormProps {
  cohort: PlanCohort
  onCreated: (scenario: ScenarioRead) => Promise<void>
}

export function CreatePlanForm({ cohort, onCreated }: CreatePlanFormProps) {
  const refresh = useRefreshHosts()
  const { data } = queries.useQuery('get', '/api/placements/v1/scenarios', {
    params: { query: { cohort_id: cohort.id, limit: 100 } },
  })
  const known = data?.items ?? []
  return (
    <Form
      id={`plan for ${cohort.id}`}
      schema={schema}
      onSubmit={async ({ name, copy_of }, key) => {
        const { data: made } = await api.POST('/api/placements/v1/scenarios', {
          params: { header: { 'idempotency-key': key } },
          body: { cohort_id: cohort.id, name, copy_of: copy_of || null },
        })
        await refresh()
        if (made) await onCreated(made)
      }}
    >
      <TextField name="name" label="Name" hint="What is tried in it, such as “More time in the community”." />
      {known.length > 0 && (
        <SelectField
          name="copy_of"
          label="Start from"
          placeholder="Nothing: plan from the beginning"
          options={known.map(({ id, name, state }) => ({
            value: id,
            label: `A copy of ${name}${state === 'published' ? ' (in force)' : ''}`,
          }))}
        />
      )}
      <SubmitButton busyText="Making…">Make the plan</SubmitButton>
    </Form>
  )
}
