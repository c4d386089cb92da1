import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button/button'
import { announce } from '@/lib/announcer'

interface Rows {
  /** Numbers that stay with their row, for the names of its fields. */
  rows: readonly number[]
  add: () => void
  remove: (row: number) => void
  /** Changes places with the one before (-1) or after (1). */
  move: (row: number, by: -1 | 1) => void
}

/** Rows of a list in a form, of which there are `count` at first. */
export function useRows(count: number): Rows {
  const [{ rows }, setState] = useState({ rows: Array.from({ length: count }, (_, row) => row), next: count })
  return {
    rows,
    add: () => setState((now) => ({ rows: [...now.rows, now.next], next: now.next + 1 })),
    remove: (row) => setState((now) => ({ ...now, rows: now.rows.filter((other) => other !== row) })),
    move: (row, by) => setState((now) => ({ ...now, rows: moved(now.rows, row, by) })),
  }
}

function moved(rows: readonly number[], row: number, by: -1 | 1): number[] {
  const from = rows.indexOf(row)
  const other = rows[from + by]
  if (other === undefined) return [...rows]
  return rows.map((each) => (each === row ? other : each === other ? row : each))
}

interface RowsFieldProps extends Rows {
  /** What one row is: "Mentor". */
  what: string
  /** The order matters, so that rows can be moved. */
  ordered?: boolean
  /** So many rows have to stay. */
  atLeast?: number
  children: (row: number) => ReactNode
}

export function RowsField({ what, ordered, atLeast = 0, rows, add, remove, move, children }: RowsFieldProps) {
  const one = what.toLowerCase()

  function moveRow(button: HTMLButtonElement, row: number, by: -1 | 1) {
    const place = rows.indexOf(row) + by
    if (place < 0 || place >= rows.length) return
    // Moving its row in the page takes the focus from the button, which is pressed again and again.
    flushSync(() => move(row, by))
    button.focus()
    announce(`It is ${one} ${place + 1} of ${rows.length} now`)
  }

  return (
    <div className="cw-form-rows">
      {rows.map((row, index) => (
        <fieldset key={row} className="nhsuk-fieldset cw-form-rows__row">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            {what} {index + 1}
          </legend>
          {children(row)}
          <div className="cw-form-rows__actions">
            {ordered && (
              <>
                <button
                  type="button"
                  className="cw-link-button"
                  aria-disabled={index === 0}
                  onClick={(event) => moveRow(event.currentTarget, row, -1)}
                >
                  Move {one} {index + 1} up
                </button>
                <button
                  type="button"
                  className="cw-link-button"
                  aria-disabled={index === rows.length - 1}
                  onClick={(event) => moveRow(event.currentTarget, row, 1)}
                >
                  Move {one} {index + 1} down
                </button>
              </>
            )}
            {rows.length > atLeast && (
              <button type="button" className="cw-link-button" onClick={() => remove(row)}>
                Remove {one} {index + 1}
              </button>
            )}
          </div>
        </fieldset>
      ))}
      <Button variant="secondary" small onClick={add}>
        Add a {one}
      </Button>
    </div>
  )
}
