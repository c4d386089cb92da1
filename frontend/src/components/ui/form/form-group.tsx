import type { ReactNode } from 'react'

/** The ids of a field's hint and error message, for `aria-describedby`. */
export function describedBy(name: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="nhsuk-hint" id={`${name}-hint`}>
      {children}
    </div>
  )
}

export function ErrorMessage({ name, children }: { name: string; children: string | undefined }) {
  if (!children) return null
  return (
    <span className="nhsuk-error-message" id={`${name}-error`}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {children}
    </span>
  )
}

export function FormGroup({ error, children }: { error: string | undefined; children: ReactNode }) {
  return <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>{children}</div>
}

interface FieldsetProps {
  name: string
  legend: string
  hint: ReactNode
  error: string | undefined
  children: ReactNode
}

export function Fieldset({ name, legend, hint, error, children }: FieldsetProps) {
  return (
    <FormGroup error={error}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(name, hint, error)}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
        <Hint name={name}>{hint}</Hint>
        <ErrorMessage name={name}>{error}</ErrorMessage>
        {children}
      </fieldset>
    </FormGroup>
  )
}
