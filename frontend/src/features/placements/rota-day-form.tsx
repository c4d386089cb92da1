import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { RotaRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { choice, optionalText, requiredDate, wholeNumber } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { TextField } from '@/components/ui/form/text-field'

const kinds = [
  { value: 'off', label: 'A day off' },
  { value: 'shift', label: 'A shift at these times' },
  { value: 'generated', label: 'As the pattern has it: take the change back' },
]
const clock = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'Enter a time like 07:30'))
const schema = v.pipe(
  v.object({
    day: requiredDate('the day'),
    kind: v.optional(choice('Choose what the day is to be'), ''),
    starts_at: clock,
    ends_at: clock,
    break_minutes: wholeNumber('Enter the minutes of the break, 0 if there is none', 0, 180),
    note: optionalText(),
  }),
  v.forward(
    v.check(
      ({ kind, starts_at, ends_at }) => kind !== 'shift' || (starts_at !== '' && ends_at !== ''),
      'Enter when it begins and ends',
    ),
    ['starts_at'],
  ),
)

/** One day of a rota as the host wants it; the other changed days stay. */
export function RotaDayForm({ rota, onSaved }: { rota: RotaRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(rota)
  const path = { placement_id: rota.placement_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/placements/{placement_id}/rota', { params: { path } }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This rota" />}
      <Form
        id={`rota ${rota.placement_id}`}
        schema={schema}
        initial={{ break_minutes: '30' }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async ({ day, kind, starts_at, ends_at, break_minutes, note }) => {
          const others = seen.changes.filter((change) => change.day !== day)
          const isShift = kind === 'shift'
          const wanted = {
            day,
            starts_at: isShift ? starts_at : null,
            ends_at: isShift ? ends_at : null,
            break_minutes: isShift ? break_minutes : 0,
            note: note || null,
          }
          await save((header) =>
            api.PUT('/api/placements/v1/placements/{placement_id}/rota', {
              params: { path, header },
              body: { changes: kind === 'generated' ? others : [...others, wanted] },
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <DateField name="day" legend="Which day?" hint="A day of the placement." />
        <RadiosField name="kind" legend="What is it to be?" options={kinds} />
        <TextField name="starts_at" label="Begins at (for a shift)" hint="Like 07:30" width={5} maxLength={5} />
        <TextField
          name="ends_at"
          label="Ends at (for a shift)"
          hint="Like 20:00; past midnight is the next day"
          width={5}
          maxLength={5}
        />
        <TextField name="break_minutes" label="Minutes of break" inputMode="numeric" width={5} maxLength={3} />
        <TextField name="note" label="Note (optional)" hint="The apprentice reads it." />
        <SubmitButton>Save the day</SubmitButton>
      </Form>
    </>
  )
}
