import type { BaseIssue } from 'valibot'
import { ProblemAnswer, Unreachable } from '@/api/failure'
import { counted } from '@/lib/numbers'

export interface Failures {
  /** Messages that belong to a field, by its name, in the order of the form. */
  fields: Record<string, string>
  /** Messages that belong to the form as a whole. */
  general: string[]
}

/** The first message of each field. */
export function issuesByField(issues: readonly BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of issues) {
    const name = issue.path?.map(({ key }) => String(key)).join('.') ?? ''
    fields[name] ??= issue.message
  }
  return fields
}

/** What the summary says about a request that failed. */
export function failuresOf(error: unknown, form: HTMLFormElement, pointers: Record<string, string> = {}): Failures {
  if (error instanceof Unreachable) {
    return {
      fields: {},
      general: ['Crossway cannot be reached, so this is not saved yet. What you typed is kept: try again in a moment.'],
    }
  }
  if (!(error instanceof ProblemAnswer)) {
    reportError(error)
    return { fields: {}, general: ['Something went wrong on this page. Reload it and try again.'] }
  }
  const { problem, retryAfterSeconds } = error
  const fields: Record<string, string> = {}
  const general: string[] = []
  for (const { pointer, message } of problem.errors ?? []) {
    const name = pointers[pointer] ?? fieldName(pointer)
    if (hasField(form, name)) fields[name] ??= message
    else general.push(message)
  }
  if (!problem.errors?.length) general.push(problem.detail)
  if (retryAfterSeconds) general.push(`You can try again in ${waitingTime(retryAfterSeconds)}.`)
  if (problem.status >= 500) general.push(`Reference for support: ${problem.request_id}`)
  return { fields, general }
}

/** `/body/given_name` and `/given_name` both mean the field `given_name`. */
function fieldName(pointer: string): string {
  return pointer.replace(/^\/(body\/)?/, '').replaceAll('/', '.')
}

function hasField(form: HTMLFormElement, name: string): boolean {
  return form.elements.namedItem(name) !== null || form.querySelector(`[data-date="${CSS.escape(name)}"]`) !== null
}

function waitingTime(seconds: number): string {
  return seconds < 90 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute')
}
