import type { InputHTMLAttributes, ReactNode } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { describedBy, ErrorMessage, FormGroup, Hint } from '@/components/ui/form/form-group'

interface TextFieldProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck' | 'onChange'
> {
  name: string
  label: string
  hint?: ReactNode
  /** How wide the answer looks, in characters. */
  width?: 5 | 10 | 20
}

export function TextField({ name, label, hint, width, type = 'text', ...input }: TextFieldProps) {
  const { error, value } = useField(name)
  const classes = ['nhsuk-input', width && `nhsuk-input--width-${width}`, error && 'nhsuk-input--error']
  return (
    <FormGroup error={error}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <input
        {...input}
        id={name}
        name={name}
        type={type}
        className={classes.filter(Boolean).join(' ')}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
