import type { ChangeEventHandler, ReactNode } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { describedBy, ErrorMessage, FormGroup, Hint } from '@/components/ui/form/form-group'

export interface Option {
  value: string
  label: string
  hint?: ReactNode
}

interface SelectFieldProps {
  name: string
  label: string
  hint?: ReactNode
  options: readonly Option[]
  /** The first, empty choice. */
  placeholder?: string
  onChange?: ChangeEventHandler<HTMLSelectElement>
}

export function SelectField({ name, label, hint, options, placeholder, onChange }: SelectFieldProps) {
  const { error, value } = useField(name)
  return (
    <FormGroup error={error}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <select
        // A select keeps its first default; options that arrive later need it set anew.
        key={options.length}
        id={name}
        name={name}
        className={`nhsuk-select${error ? ' nhsuk-select--error' : ''}`}
        defaultValue={value}
        onChange={onChange}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
