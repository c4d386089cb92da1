import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { PlanningSettingsRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'
import { rowField, rowPointers } from '@/components/ui/form/row-values'
import { RowsField, useRows } from '@/components/ui/form/rows'
import { TextField } from '@/components/ui/form/text-field'
import { initialOf, neverTwiceNames, shiftNames, toWishes, weightWords, wishesSchema } from '@/features/plans/wishes'
import { keysOf } from '@/lib/keys-of'

interface WishesFormProps {
  settings: PlanningSettingsRead
  onSaved: () => Promise<void>
}

/** How a programme is planned: what counts how much, and what holds for everybody. */
export function WishesForm({ settings, onSaved }: WishesFormProps) {
  const client = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(settings)
  const scarce = useRows(opened.scarce_criteria.length)
  const path = { programme_id: settings.programme_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    client.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/programmes/{programme_id}/planning-settings', {
        params: { path },
      }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="How this programme is planned" />}
      <Form
        id={`planning of ${settings.programme_id}`}
        schema={wishesSchema}
        initial={initialOf(opened)}
        pointers={{
          ...Object.fromEntries(keysOf(weightWords).map((weight) => [`/weights/${weight}`, weight])),
          ...Object.fromEntries(
            Object.entries(rowPointers('scarce', scarce.rows, ['qualification', 'criteria'])).map(
              ([pointer, field]) => [pointer.replace('/scarce', '/scarce_criteria'), field],
            ),
          ),
        }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/placements/v1/programmes/{programme_id}/planning-settings', {
              params: { path, header },
              body: toWishes(values),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <h2 className="cw-form__heading">What counts how much</h2>
        {keysOf(weightWords).map((weight) => (
          <TextField
            key={weight}
            name={weight}
            label={weightWords[weight].name}
            hint={weightWords[weight].meaning}
            width={5}
            inputMode="numeric"
          />
        ))}
        <h2 className="cw-form__heading">Travel</h2>
        <TextField
          name="comfortable_minutes"
          label="A comfortable journey, in minutes"
          hint="One way. Longer ones cost points on top."
          width={5}
          inputMode="numeric"
        />
        <TextField
          name="travel_limit_minutes"
          label="The longest journey, in minutes"
          hint="One way, for apprentices who have not told a limit of their own."
          width={5}
          inputMode="numeric"
        />
        <h2 className="cw-form__heading">Rules for everybody</h2>
        <CheckboxesField
          name="never_twice"
          legend="What nobody meets twice in a rotation"
          options={optionsOf(neverTwiceNames)}
        />
        <CheckboxesField
          name="paid_shifts"
          legend="Unsocial hours that are in the budget"
          options={optionsOf(shiftNames)}
        />
        <h2 className="cw-form__heading">Criteria that few settings offer</h2>
        <RowsField what="Qualification" {...scarce}>
          {(row) => (
            <>
              <TextField
                name={rowField('scarce', row, 'qualification')}
                label="Code of the qualification"
                hint="Such as care_certificate"
                spellCheck={false}
              />
              <TextField
                name={rowField('scarce', row, 'criteria')}
                label="Numbers of its criteria"
                hint="Separated by commas, like 8.3, 13.3"
              />
            </>
          )}
        </RowsField>
        <h2 className="cw-form__heading">Computing</h2>
        <TextField
          name="solve_seconds"
          label="Stop planning after so many seconds"
          hint="It ends sooner when nothing better can exist."
          width={5}
          inputMode="numeric"
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}
