import { type MouseEvent, useEffect, useRef } from 'react'
import type { Failures } from '@/components/ui/form/failures'

/** All that stops the form, in one place that takes the focus; each line leads to its field. Give each attempt its own key. */
export function ErrorSummary({ failures }: { failures: Failures }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])

  return (
    <div ref={box} className="nhsuk-error-summary" aria-labelledby="error-summary-title" role="alert" tabIndex={-1}>
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {failures.general.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {Object.entries(failures.fields).map(([name, message]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => focusField(event, name)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function focusField(event: MouseEvent, name: string) {
  const field = document.getElementById(name)
  if (!field) return
  event.preventDefault()
  field.closest('.nhsuk-form-group')?.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}
