import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { CapacityUpdate, SettingRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { isDay, optionalText, requiredDate, wholeNumber } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { initialRows, nestRows, rowField, rowPointers } from '@/components/ui/form/row-values'
import { RowsField, useRows } from '@/components/ui/form/rows'
import { TextField } from '@/components/ui/form/text-field'

const periodFields = ['starts_on', 'ends_on', 'at_most', 'at_least']
const closureFields = ['week_of', 'weeks', 'reason']

const schema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => nestRows(values, ['periods', 'closures'])),
  v.object({
    periods: v.record(
      v.string(),
      v.object({
        starts_on: requiredDate('the first day'),
        ends_on: v.pipe(v.string(), v.check(isDay, 'Enter the last day as a real day, month and year')),
        at_most: wholeNumber('Enter how many at most, from 0 to 1000', 0, 1000),
        at_least: v.pipe(
          v.string(),
          v.transform((typed) => typed || '0'),
          wholeNumber('Enter how many at least, from 0 to 1000, or leave it empty', 0, 1000),
        ),
        or_none: v.array(v.string()),
      }),
    ),
    closures: v.record(
      v.string(),
      v.object({
        week_of: requiredDate('a day of the first closed week'),
        weeks: wholeNumber('Enter for how many weeks, from 1 to 104', 1, 104),
        reason: optionalText(),
      }),
    ),
  }),
)

function toBody({ periods, closures }: v.InferOutput<typeof schema>): CapacityUpdate {
  return {
    periods: Object.values(periods).map(({ starts_on, ends_on, at_most, at_least, or_none }) => ({
      starts_on,
      ends_on: ends_on || null,
      at_most,
      at_least,
      or_none: or_none.length > 0,
    })),
    closures: Object.values(closures).map(({ week_of, weeks, reason }) => ({ week_of, weeks, reason: reason || null })),
  }
}

function initialOf({ periods, closures }: SettingRead): Record<string, string> {
  return {
    ...initialRows(
      'periods',
      periods.map((period) => ({ ...period, or_none: period.or_none ? 'yes' : '' })),
    ),
    ...initialRows('closures', closures),
  }
}

interface CapacityFormProps {
  setting: SettingRead
  onSaved: () => Promise<void>
}

export function CapacityForm({ setting, onSaved }: CapacityFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(setting)
  const periods = useRows(opened.periods.length)
  const closures = useRows(opened.closures.length)
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/settings/{setting_id}', {
        params: { path: { setting_id: setting.id } },
      }),
      staleTime: 0,
    }),
  )

  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This setting" />}
      <Form
        id={`capacity ${setting.id}`}
        schema={schema}
        initial={initialOf(opened)}
        pointers={{
          ...rowPointers('periods', periods.rows, periodFields),
          ...rowPointers('closures', closures.rows, closureFields),
        }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/placements/v1/settings/{setting_id}/capacity', {
              params: { path: { setting_id: setting.id }, header },
              body: toBody(values),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <h2 className="cw-form__heading">How many apprentices, and when</h2>
        <RowsField what="Period" {...periods}>
          {(row) => (
            <>
              <DateField name={rowField('periods', row, 'starts_on')} legend="First day" />
              <DateField
                name={rowField('periods', row, 'ends_on')}
                legend="Last day (optional)"
                hint="Left empty, it goes on until further notice."
              />
              <TextField name={rowField('periods', row, 'at_most')} label="At most" width={5} inputMode="numeric" />
              <TextField
                name={rowField('periods', row, 'at_least')}
                label="At least (optional)"
                hint="Left empty, any number will do."
                width={5}
                inputMode="numeric"
              />
              <CheckboxesField
                name={rowField('periods', row, 'or_none')}
                legend="Fewer than at least"
                options={[{ value: 'yes', label: 'Nobody at all is fine, too' }]}
              />
            </>
          )}
        </RowsField>
        <h2 className="cw-form__heading">Closed weeks</h2>
        <RowsField what="Closure" {...closures}>
          {(row) => (
            <>
              <DateField
                name={rowField('closures', row, 'week_of')}
                legend="First closed week"
                hint="Any day of it: the week counts from its Monday."
              />
              <TextField name={rowField('closures', row, 'weeks')} label="Weeks" width={5} inputMode="numeric" />
              <TextField name={rowField('closures', row, 'reason')} label="Reason (optional)" />
            </>
          )}
        </RowsField>
        <SubmitButton>Save the capacity</SubmitButton>
      </Form>
    </>
  )
}
