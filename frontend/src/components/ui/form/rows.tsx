import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button/button'

interface Rows {
  /** Numbers that stay with their row, for the names of its fields. */
  rows: readonly number[]
  add: () => void
  remove: (row: number) => void
}

/** Rows of a list in a form, of which there are `count` at first. */
export function useRows(count: number): Rows {
  const [{ rows }, setState] = useState({ rows: Array.from({ length: count }, (_, row) => row), next: count })
  return {
    rows,
    add: () => setState((now) => ({ rows: [...now.rows, now.next], next: now.next + 1 })),
    remove: (row) => setState((now) => ({ ...now, rows: now.rows.filter((other) => other !== row) })),
  }
}

interface RowsFieldProps extends Rows {
  /** What one row is: "Mentor". */
  what: string
  children: (row: number) => ReactNode
}

export function RowsField({ what, rows, add, remove, children }: RowsFieldProps) {
  return (
    <div className="cw-form-rows">
      {rows.map((row, index) => (
        <fieldset key={row} className="nhsuk-fieldset cw-form-rows__row">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            {what} {index + 1}
          </legend>
          {children(row)}
          <button type="button" className="cw-link-button" onClick={() => remove(row)}>
            Remove {what.toLowerCase()} {index + 1}
          </button>
        </fieldset>
      ))}
      <Button variant="secondary" small onClick={add}>
        Add a {what.toLowerCase()}
      </Button>
    </div>
  )
}
