import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { PlanningFactsRead } from '@/api/learners.gen'
import { firstSectorNames, travelMeansNames } from '@/api/planning-words'
import { useRefreshLearners } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { positionPointers } from '@/components/domain/position'
import { PositionFields } from '@/components/domain/position-fields'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField, RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'
import { initialOfTravel, toTravel, travelSchema } from '@/features/planning-facts/facts-values'

interface TravelFormProps {
  facts: PlanningFactsRead
  postcode: string | null
  onSaved: () => Promise<void>
}

export function TravelForm({ facts, postcode, onSaved }: TravelFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(facts)
  const path = { learner_id: facts.learner_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/learners/v1/learners/{learner_id}/planning-facts', { params: { path } }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="These facts have" />}
      <Form
        id={`travel of ${facts.learner_id}`}
        schema={travelSchema}
        initial={initialOfTravel(opened)}
        pointers={positionPointers('home_position')}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/learners/v1/learners/{learner_id}/planning-facts', {
              params: { path, header },
              body: toTravel(values),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <h2 className="cw-form__heading">Travel</h2>
        <CheckboxesField name="travel_means" legend="Travels by" options={optionsOf(travelMeansNames)} />
        <TextField
          name="travel_limit_minutes"
          label="At most so many minutes one way (optional)"
          width={5}
          inputMode="numeric"
        />
        <PositionFields
          of="home"
          hint={`The middle of the postcode${postcode ? ` ${postcode}` : ''} is near enough.`}
        />
        <h2 className="cw-form__heading">Hours</h2>
        <TextField
          name="contracted_weekly_hours"
          label="Contracted hours a week (optional)"
          width={5}
          inputMode="decimal"
        />
        <TextField
          name="weekly_hours_limit"
          label="Works at most so many hours a week (optional)"
          hint="Under 18 at most 40; more than 48 only with an opt-out"
          width={5}
          inputMode="decimal"
        />
        <DateField
          name="opted_out_on"
          legend="Opted out of 48 hours a week on (optional)"
          hint="The day on which they agreed in writing"
        />
        <h2 className="cw-form__heading">Start</h2>
        <RadiosField
          name="first_sector"
          legend="Has to start in"
          options={[{ value: '', label: 'Either sector' }, ...optionsOf(firstSectorNames)]}
        />
        <SubmitButton>Save travel and hours</SubmitButton>
      </Form>
    </>
  )
}
