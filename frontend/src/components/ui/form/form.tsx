import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { type GenericSchema, safeParse } from 'valibot'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { type Failures, failuresOf, issuesByField } from '@/components/ui/form/failures'
import { FormContext } from '@/components/ui/form/form-context'
import { readForm, readValues } from '@/components/ui/form/read-form'
import { dropDraft, heldDraft, registerForm } from '@/lib/drafts'
import { useErrorTitle } from '@/lib/use-page-title'

interface FormProps<Values> {
  /** Names the form, so that what was typed is found again after signing in anew. */
  id: string
  schema: GenericSchema<unknown, Values>
  initial?: Record<string, string | readonly string[] | null | undefined>
  /** Field names by the pointers that the service answers with, where they differ. */
  pointers?: Record<string, string>
  /** `idempotencyKey` stays the same while the same values are tried again. */
  onSubmit: (values: Values, idempotencyKey: string) => Promise<void>
  /** Takes over an error and answers true, or leaves it to the summary. */
  onFailure?: (error: unknown) => boolean
  children: ReactNode
}

const nothingWrong: Failures = { fields: {}, general: [] }

export function Form<Values>({ id, schema, initial, pointers, onSubmit, onFailure, children }: FormProps<Values>) {
  const form = useRef<HTMLFormElement>(null)
  const attempt = useRef<{ body: string; key: string }>(undefined)
  const [draft] = useState(() => heldDraft(id))
  const [failures, setFailures] = useState(nothingWrong)
  const [busy, setBusy] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const failed = failures !== nothingWrong
  useErrorTitle(failed)

  useEffect(() => registerForm(id, () => (form.current ? readValues(form.current) : {})), [id])

  const state = useMemo(
    () => ({ errors: failures.fields, initial: draft ?? normalised(initial), busy }),
    [failures, draft, initial, busy],
  )

  function keyFor(values: Values) {
    const body = JSON.stringify(values)
    if (attempt.current?.body !== body) attempt.current = { body, key: crypto.randomUUID() }
    return attempt.current.key
  }

  function fail(next: Failures) {
    setFailures(next)
    setAttempts((count) => count + 1)
  }

  async function submit(element: HTMLFormElement) {
    const result = safeParse(schema, readForm(element))
    if (!result.success) {
      fail({ fields: issuesByField(result.issues), general: [] })
      return
    }
    setBusy(true)
    try {
      await onSubmit(result.output, keyFor(result.output))
      attempt.current = undefined
      dropDraft(id)
      setFailures(nothingWrong)
    } catch (error) {
      if (onFailure?.(error)) setFailures(nothingWrong)
      else fail(failuresOf(error, element, pointers))
    } finally {
      setBusy(false)
    }
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!busy) void submit(event.currentTarget)
  }

  return (
    <form ref={form} noValidate aria-busy={busy} onSubmit={handleSubmit} className="cw-form">
      <FormContext value={state}>
        {failed && <ErrorSummary key={attempts} failures={failures} />}
        {draft && !failed && <p className="cw-form__kept">What you had typed before signing in again is still here.</p>}
        {children}
      </FormContext>
    </form>
  )
}

function normalised(initial: FormProps<unknown>['initial'] = {}): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [
      name,
      value == null ? [] : typeof value === 'string' ? [value] : value,
    ]),
  )
}
