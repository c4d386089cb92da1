import * as v from 'valibot'
import { notADate } from '@/components/ui/form/read-form'

/** Schemas of single fields, with the sentences that people read when one fails. */

export function requiredText(message: string, maxLength = 200) {
  return v.pipe(v.string(), v.nonEmpty(message), v.maxLength(maxLength, `Use ${maxLength} characters or fewer`))
}

export function optionalText(maxLength = 200) {
  return v.pipe(v.string(), v.maxLength(maxLength, `Use ${maxLength} characters or fewer`))
}

/** A code in capitals that may be left out. */
export function optionalCode(pattern: RegExp, message: string) {
  return v.pipe(
    v.string(),
    v.toUpperCase(),
    v.check((value) => value === '' || pattern.test(value), message),
  )
}

export function choice(message: string) {
  return v.pipe(v.string(), v.nonEmpty(message))
}

const emailForm = 'Enter an email address in the right form, like name@example.org'

export function emailAddress() {
  return v.pipe(requiredText('Enter an email address', 254), v.email(emailForm))
}

/** An email address that may be left out. */
export function optionalEmail() {
  return v.union([v.literal(''), v.pipe(v.string(), v.email(emailForm))])
}

export function newPassword() {
  return v.pipe(
    v.string(),
    v.minLength(12, 'Your new password needs 12 characters or more'),
    v.maxLength(128, 'Your new password can have 128 characters at most'),
  )
}

/** A whole number that was typed, within bounds. */
export function wholeNumber(message: string, least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d+$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  )
}

/** A number that may be left out; null then. */
export function optionalNumber(message: string, least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^(-?\d+(\.\d+)?)?$/, message),
    v.transform((text) => (text === '' ? null : Number(text))),
    v.check((given) => given === null || (given >= least && given <= most), message),
  )
}

/** A number that was typed, to the quarter, within bounds. */
export function quarters(message: string, least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d+)?$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.multipleOf(0.25, message),
  )
}

/** Pounds that were typed, as pence; null where nothing was. */
export function optionalPounds(message: string) {
  return v.pipe(
    v.string(),
    v.regex(/^(£?\d{1,7}(,\d{3})*(\.\d{2})?)?$/, message),
    v.transform((typed) => (typed === '' ? null : Math.round(Number(typed.replaceAll(/[£,]/g, '')) * 100))),
  )
}

/** An ISO date that was typed; `what` starts the sentence: "Enter the start date". */
export function requiredDate(what: string) {
  return v.pipe(v.string(), v.nonEmpty(`Enter ${what}`), v.check(isDay, `Enter ${what} as a real day, month and year`))
}

export function isDay(value: string) {
  return value !== notADate
}
