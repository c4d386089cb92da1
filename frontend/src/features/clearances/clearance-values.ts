import * as v from 'valibot'
import { clearanceKindNames, isVaccination, vaccinationCode } from '@/api/host-words'
import type { ClearanceCreate, ClearanceRead, ClearanceUpdate, RemovalReason } from '@/api/learners.gen'
import { removalReasonNames } from '@/api/planning-words'
import { isDay, optionalText, requiredDate } from '@/components/ui/form/fields'
import { keysOf } from '@/lib/keys-of'

/** Between what a clearance is and what the forms about it hold. */

const dates = {
  valid_from: requiredDate('the first day'),
  expires_on: v.pipe(v.string(), v.check(isDay, 'Enter the last day as a real day, month and year, or leave it empty')),
  reference: optionalText(60),
  note: optionalText(4000),
}

export const datesSchema = v.object(dates)

export const clearanceSchema = v.pipe(
  v.object({
    kind: v.picklist(keysOf(clearanceKindNames), 'Choose the clearance'),
    vaccination: optionalText(40),
    ...dates,
  }),
  v.forward(
    v.partialCheck(
      [['kind'], ['vaccination']],
      ({ kind, vaccination }) => kind !== 'vaccination' || isVaccination(vaccination),
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
  const code = values.kind === 'vaccination' ? vaccinationCode(values.vaccination) : values.kind
  return { code, ...toDates(values) }
}

export function initialOf({ valid_from, expires_on, reference, note }: ClearanceRead) {
  return { valid_from, expires_on, reference, note }
}
