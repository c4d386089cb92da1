import { useState } from 'react'
import { CheckboxesField, RadiosField } from '@/components/ui/form/choice-fields'
import { TextField } from '@/components/ui/form/text-field'

const kinds = [
  { value: 'fixed_week', label: 'The same hours on the same days of every week' },
  { value: 'rolling', label: 'Days on and days off, round the week', hint: 'Such as four on, four off.' },
  { value: 'rota', label: 'A rota that changes' },
]

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, index) => ({
  value: String(index + 1),
  label,
}))

export function ShiftFields({ kind: first }: { kind: string }) {
  const [kind, setKind] = useState(first)
  return (
    <>
      <RadiosField name="shift_pattern.kind" legend="How are the shifts?" options={kinds} onChange={setKind} />
      {kind === 'fixed_week' && (
        <>
          <CheckboxesField name="shift_pattern.weekdays" legend="Days" options={weekdays} />
          <Clock name="starts_at" label="Start" />
          <Clock name="ends_at" label="End" />
          <Figure name="break_minutes" label="Unpaid break in minutes" />
        </>
      )}
      {kind === 'rolling' && (
        <>
          <Figure name="days_on" label="Days on" />
          <Figure name="days_off" label="Days off" />
          <Clock name="starts_at" label="Start" />
          <Figure name="shift_hours" label="Length of a shift in hours, with the break" />
          <Figure name="break_minutes" label="Unpaid break in minutes" />
        </>
      )}
      {kind === 'rota' && (
        <>
          <Figure name="weekly_hours" label="Hours in a week" />
          <Clock name="earliest_start" label="Earliest start" />
          <Clock name="latest_end" label="Latest end" />
          <CheckboxesField
            name="shift_pattern.weekends"
            legend="Weekends"
            options={[{ value: 'yes', label: 'The rota has weekends' }]}
          />
        </>
      )}
    </>
  )
}

function Clock({ name, label }: { name: string; label: string }) {
  return <TextField name={`shift_pattern.${name}`} label={label} hint="Hours and minutes, like 07:30" width={5} />
}

function Figure({ name, label }: { name: string; label: string }) {
  return <TextField name={`shift_pattern.${name}`} label={label} width={5} inputMode="decimal" />
}
