import type { ReactNode } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { Fieldset } from '@/components/ui/form/form-group'

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** Three typed numbers, which people and assistive technology handle better than a calendar widget. */
export function DateField({ name, legend, hint }: { name: string; legend: string; hint?: ReactNode }) {
  const { error, value } = useField(name)
  const [year, month, day] = value.split('-')
  const given = { day, month, year }
  return (
    <Fieldset name={name} legend={legend} hint={hint} error={error}>
      <div className="nhsuk-date-input" data-date={name}>
        {parts.map(({ part, label, width }, index) => (
          <DatePart
            key={part}
            // The day carries the field's own name as its id: there the error summary leads.
            id={index === 0 ? name : `${name}-${part}`}
            name={`${name}-${part}`}
            label={label}
            width={width}
            given={given[part]?.replace(/^0/, '') ?? ''}
            failed={error !== undefined}
          />
        ))}
      </div>
    </Fieldset>
  )
}

interface DatePartProps {
  id: string
  name: string
  label: string
  width: 2 | 4
  given: string
  failed: boolean
}

function DatePart({ id, name, label, width, given, failed }: DatePartProps) {
  const kept = useField(name).value
  return (
    <div className="nhsuk-date-input__item">
      <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${failed ? ' nhsuk-input--error' : ''}`}
        inputMode="numeric"
        maxLength={width}
        defaultValue={kept || given}
        aria-invalid={failed ? true : undefined}
      />
    </div>
  )
}
