import { useState } from 'react'
import * as v from 'valibot'
import { api } from '@/api/client'
import { clearanceName } from '@/api/host-words'
import type { BoardRead, DisruptionRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { choice, requiredDate, wholeNumber } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { type Option, SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { personName } from '@/features/plans/board-layout'
import { type Happening, happeningNames, type HappeningKind } from '@/features/plans/disruption-words'
import { today } from '@/lib/dates'
import { keysOf } from '@/lib/keys-of'

const from_on = requiredDate('the day from which it counts')
const schema = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('host_leaves'), organisation_id: choice('Choose the host'), from_on }),
    v.object({ kind: v.literal('setting_closes'), setting_id: choice('Choose the setting'), from_on }),
    v.object({
      kind: v.literal('capacity_shrinks'),
      setting_id: choice('Choose the setting'),
      at_most: wholeNumber('Enter how many it can still take, from 0 to 1000', 0, 1000),
      from_on,
    }),
    v.object({ kind: v.literal('apprentice_leaves'), enrolment_id: choice('Choose the apprentice'), from_on }),
    v.object({
      kind: v.literal('clearance_fails'),
      enrolment_id: choice('Choose the apprentice'),
      code: choice('Choose the clearance'),
      from_on,
    }),
  ],
  'Choose what happened',
)

interface DisruptionFormProps {
  cohortId: string
  /** The plan in force: whom and what it can happen to. */
  board: BoardRead
  onTold: (disruption: DisruptionRead) => Promise<void>
}

/** What happened, to whom, and from when; nothing changes yet. */
export function DisruptionForm({ cohortId, board, onTold }: DisruptionFormProps) {
  const refresh = useRefreshHosts()
  const [kind, setKind] = useState<HappeningKind>()
  const hosts = sorted(new Map(board.settings.map((at) => [at.organisation_id, at.organisation_name])))
  const settings = sorted(
    new Map(board.settings.map(({ id, name, organisation_name }) => [id, `${name}, ${organisation_name}`])),
  )
  const people = sorted(new Map(board.people.map((person) => [person.enrolment_id, personName(person)])))
  const clearances = sorted(new Map(board.clearances.map((code) => [code, clearanceName(code)])))
  return (
    <Form
      id={`what happened to ${cohortId}`}
      schema={schema}
      initial={{ from_on: today() }}
      pointers={{ '/what/at_most': 'at_most', '/what/code': 'code' }}
      onSubmit={async ({ from_on: day, ...what }, key) => {
        const { data } = await api.POST('/api/placements/v1/cohorts/{cohort_id}/disruptions', {
          params: { path: { cohort_id: cohortId }, header: { 'idempotency-key': key } },
          body: { what: what satisfies Happening, from_on: day },
        })
        await refresh()
        if (data) await onTold(data)
      }}
    >
      <RadiosField
        name="kind"
        legend="What happened?"
        options={optionsOf(happeningNames)}
        onChange={(value) => setKind(keysOf(happeningNames).find((known) => known === value))}
      />
      {kind === 'host_leaves' && (
        <SelectField name="organisation_id" label="Which host?" placeholder="Choose a host" options={hosts} />
      )}
      {(kind === 'setting_closes' || kind === 'capacity_shrinks') && (
        <SelectField name="setting_id" label="Which setting?" placeholder="Choose a setting" options={settings} />
      )}
      {kind === 'capacity_shrinks' && (
        <TextField name="at_most" label="How many can it still take at once?" width={5} inputMode="numeric" />
      )}
      {(kind === 'apprentice_leaves' || kind === 'clearance_fails') && (
        <SelectField
          name="enrolment_id"
          label="Which apprentice?"
          placeholder="Choose an apprentice"
          options={people}
        />
      )}
      {kind === 'clearance_fails' && (
        <SelectField
          name="code"
          label="Which clearance?"
          placeholder="Choose a clearance"
          hint="Those that the settings of the plan ask for."
          options={clearances}
        />
      )}
      <DateField
        name="from_on"
        legend="From when?"
        hint="Blocks that have begun by then are not planned anew: those are settled with the people in them."
      />
      <SubmitButton busyText="Sending…">Look for alternatives</SubmitButton>
    </Form>
  )
}

function sorted(names: ReadonlyMap<string, string>): Option[] {
  return Array.from(names, ([value, label]) => ({ value, label })).toSorted((a, b) =>
    a.label.localeCompare(b.label, 'en-GB'),
  )
}
