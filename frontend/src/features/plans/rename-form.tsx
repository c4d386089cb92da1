import * as v from 'valibot'
import { api } from '@/api/client'
import type { ScenarioRead } from '@/api/placements.gen'
import { ifMatch } from '@/api/refresh'
import { SubmitButton } from '@/components/ui/button/button'
import { requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { useKeepScenario } from '@/features/plans/use-plan'
import { announce } from '@/lib/announcer'

const schema = v.object({ name: requiredText('Enter a name for the plan') })

export function RenameForm({ scenario }: { scenario: ScenarioRead }) {
  const keep = useKeepScenario(scenario.id)
  return (
    <Form
      id={`name of plan ${scenario.id}`}
      schema={schema}
      initial={{ name: scenario.name }}
      onSubmit={async (body) => {
        const { data } = await api.PUT('/api/placements/v1/scenarios/{scenario_id}', {
          params: { path: { scenario_id: scenario.id }, header: { 'if-match': ifMatch(scenario) } },
          body,
        })
        announce('The name is saved')
        if (data) await keep(data)
      }}
    >
      <TextField name="name" label="Name" />
      <SubmitButton variant="secondary">Save the name</SubmitButton>
    </Form>
  )
}
