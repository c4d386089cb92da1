import { type ReactNode, useState } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { describedBy, ErrorMessage, FormGroup, Hint } from '@/components/ui/form/form-group'

interface PasswordFieldProps {
  name: string
  label: string
  hint?: ReactNode
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be shown while typing it, because hidden typing is where phones fail people. */
export function PasswordField({ name, label, hint, autoComplete }: PasswordFieldProps) {
  const { error } = useField(name)
  const [shown, setShown] = useState(false)
  return (
    <FormGroup error={error}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={name}>
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name}>{error}</ErrorMessage>
      <div className="cw-password">
        <input
          id={name}
          name={name}
          type={shown ? 'text' : 'password'}
          className={`nhsuk-input${error ? ' nhsuk-input--error' : ''}`}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <button
          type="button"
          className="cw-password__toggle"
          aria-controls={name}
          aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FormGroup>
  )
}
