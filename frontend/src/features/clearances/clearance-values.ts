import * as v from 'valibot'
import { clearanceNames } from '@/api/host-words'
import type { ClearanceCreate, ClearanceRead, ClearanceUpdate, RemovalReason } from '@/api/learners.gen'
import { removalReasonNames } from '@/api/planning-words'
import { isDay, optionalText, requiredDate } from '@/components/ui/form/fields'
import { keysOf } from '@/lib/keys-of'

/** Between what a clearance is and what the forms about it hold. */

export const kinds: Record<string, string> = { ...clearanceNames, vaccination: 'A vaccination' }

const dates = {
  valid_from: requiredDate('the first day'),
  expires_on: v.pipe(v.string(), v.check(isDay, 'Enter the last day as a real day, month and year, or leave it empty')),
  reference: optionalText(60),
  note: optionalText(4000),
}

export const datesSchema = v.object(dates)

export const clearanceSchema = v.pipe(
  v.object({
    kind: v.picklist(keysOf(kinds), 'Choose the clearance'),
    vaccination: optionalText(40),
    ...dates,
  }),
  v.forward(
    v.partialCheck(
      [['kind'], ['vaccination']],
      ({ kind, vaccination }) => kind !== 'vaccination' || /^[a-z][a-z0-9_]{1,39}$/.test(codeOf(vaccination)),
      'Enter what the vaccination is against, in letters, like hepatitis B',
    ),
    ['vaccination'],
  ),
)

export const removalSchema = v.object({
  reason: v.picklist(keysOf<RemovalReason>(removalReasonNames), 'Choose why it is removed'),
})

type DateValues = v.InferOutput<typeof datesSchema>

export function toDates(values: DateValues): ClearanceUpdate {
  return {
    valid_from: values.valid_from,
    expires_on: values.expires_on || null,
    reference: values.reference || null,
    note: values.note || null,
  }
}

export function toClearance(values: v.InferOutput<typeof clearanceSchema>): ClearanceCreate {
  const code = values.kind === 'vaccination' ? `vaccination:${codeOf(values.vaccination)}` : values.kind
  return { code, ...toDates(values) }
}

export function initialOf({ valid_from, expires_on, reference, note }: ClearanceRead) {
  return { valid_from, expires_on, reference, note }
}

/** "Hepatitis B" as "hepatitis_b" */
function codeOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}
