import type { DraftValues } from '@/lib/drafts'
import { isoDate } from '@/lib/dates'

/** Typed dates that are no day reach the schema as this, so that it can say so. */
export const notADate = 'not a date'

/** Everything typed, by field name, without passwords: for keeping. */
export function readValues(form: HTMLFormElement): DraftValues {
  const values: DraftValues = {}
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name)
    if (typeof value !== 'string' || (field instanceof HTMLInputElement && field.type === 'password')) continue
    ;(values[name] ??= []).push(value)
  }
  return values
}

/**
 * The form's values for its schema: text trimmed, groups of checkboxes as arrays,
 * and the three parts of a date field as one ISO date ('' when nothing is typed).
 */
export function readForm(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const data = new FormData(form)
  for (const field of form.elements) {
    const name = field.getAttribute('name')
    if (!name) continue
    const value = data.get(name)
    // Radios of which none is chosen are no part of the form's data: they read as empty text.
    values[name] = typeof value === 'string' ? clean(form, name, value) : ''
  }
  for (const group of form.querySelectorAll<HTMLElement>('[data-many]')) {
    const name = group.dataset['many'] ?? ''
    values[name] = data.getAll(name)
  }
  for (const group of form.querySelectorAll<HTMLElement>('[data-date]')) {
    const name = group.dataset['date'] ?? ''
    const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => take(values, `${name}-${part}`))
    values[name] = day + month + year === '' ? '' : (isoDate(day, month, year) ?? notADate)
  }
  return values
}

function clean(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement && field.type === 'password' ? value : value.trim()
}

function take(values: Record<string, unknown>, name: string): string {
  const value = values[name]
  delete values[name]
  return typeof value === 'string' ? value : ''
}
