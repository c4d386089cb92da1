import type { ReactNode } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { describedBy, ErrorMessage, FormGroup, Hint } from '@/components/ui/form/form-group'

export function TextareaField({
  name,
  label,
  hint,
  rows = 4,
}: {
  name: string
  label: string
  hint?: ReactNode
  rows?: number
}) {
  const { error, value } = useField(name)
  return (
    <FormGroup error={error}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <textarea
        id={name}
        name={name}
        rows={rows}
        className={`nhsuk-textarea${error ? ' nhsuk-textarea--error' : ''}`}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
