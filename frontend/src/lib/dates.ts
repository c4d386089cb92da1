/** British dates. Instants are shown in London time; dates have no time zone and stay as they are. */

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const wholeMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' })
const londonParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
})

/** `2026-03-02` as "2 March 2026". */
export function formatDate(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}

/** `2026-03-02` as "2 Mar 2026", for tables. */
export function formatShortDate(date: string): string {
  return shortDay.format(new Date(`${date}T00:00:00Z`))
}

/** `2026-03` as "March 2026". */
export function formatMonth(of: string): string {
  return wholeMonth.format(new Date(`${of}-01T00:00:00Z`))
}

/** The month that begins `by` months after the one of today, as `2026-03`. */
export function monthFromToday(by: number): string {
  const [year = 0, number = 1] = today().split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by)).toISOString().slice(0, 7)
}

/** An RFC 3339 instant as "2 March 2026 at 14:05". */
export function formatInstant(at: string): string {
  return instant.format(new Date(at))
}

/** Today in London as `2026-03-02`. */
export function today(): string {
  return londonParts.format(new Date())
}

/** The ISO date of three typed numbers, or undefined when there is no such day. */
export function isoDate(dayOfMonth: string, month: string, year: string): string | undefined {
  if (!/^\d{1,2}$/.test(dayOfMonth) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}
