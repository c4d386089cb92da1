import * as v from 'valibot'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { isDay } from '@/components/ui/form/fields'

export const noteEntry = v.pipe(v.string(), v.maxLength(2000, 'Use 2,000 characters or fewer'))

export function NoteField() {
  return (
    <TextareaField
      name="note"
      label="Note (optional)"
      hint="Kept in the history. Everyone who sees the enrolment sees it: nothing about health, please."
    />
  )
}

/** A date that may be left empty. */
export function optionalDate(what: string) {
  return v.pipe(v.string(), v.check(isDay, `Enter ${what} as a real day, month and year`))
}

export const dateHint = 'For example, 2 3 2027'
