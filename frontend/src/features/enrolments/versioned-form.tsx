import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { GenericSchema } from 'valibot'
import { queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { EnrolmentRead } from '@/api/learners.gen'
import { ifMatch, useRefreshLearners } from '@/api/refresh'
import { Form } from '@/components/ui/form/form'
import { Notice } from '@/components/ui/notice/notice'
import { fieldInWords, valueInWords } from '@/features/enrolments/change-words'

/** Says which version of the enrolment was looked at; a repeated request therefore has one effect. */
interface VersionHeader {
  'if-match': string
}

interface VersionedFormProps<Values> {
  /** Names the form among those of this enrolment. */
  name: string
  enrolment: EnrolmentRead
  schema: GenericSchema<unknown, Values>
  initial?: Record<string, string | null>
  save: (values: Values, header: VersionHeader) => Promise<unknown>
  onSaved: () => Promise<void>
  children: ReactNode
}

/**
 * A form about the version of an enrolment that one has seen. When somebody else changed it meanwhile,
 * it shows what changed, keeps what was typed, and lets one save again on the new version.
 */
export function VersionedForm<Values>({
  name,
  enrolment,
  schema,
  initial,
  save,
  onSaved,
  children,
}: VersionedFormProps<Values>) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  // Kept apart from the query: a reread in the background must not make an unseen version look seen.
  const [seen, setSeen] = useState(enrolment)
  const [missed, setMissed] = useState<Difference[]>()

  async function showWhatChanged() {
    const options = queries.queryOptions('get', '/api/learners/v1/enrolments/{enrolment_id}', {
      params: { path: { enrolment_id: enrolment.id } },
    })
    const now = await queryClient.fetchQuery({ ...options, staleTime: 0 })
    setMissed(differences(seen, now))
    setSeen(now)
  }

  return (
    <>
      {missed && <Conflict key={seen.version} missed={missed} />}
      <Form
        id={`${name} ${enrolment.id}`}
        schema={schema}
        {...(initial ? { initial } : {})}
        onSubmit={async (values) => {
          try {
            await save(values, { 'if-match': ifMatch(seen) })
          } catch (error) {
            if (!hasStatus(error, 412)) throw error
            await showWhatChanged()
            throw error
          }
          await refresh()
          await onSaved()
        }}
        onFailure={(error) => hasStatus(error, 412)}
      >
        {children}
      </Form>
    </>
  )
}

interface Difference {
  field: string
  was: string
  now: string
}

function differences(before: EnrolmentRead, after: EnrolmentRead): Difference[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const field = fieldInWords(key)
    const old: unknown = Object.entries(before).find(([name]) => name === key)?.[1]
    return field && old !== value ? [{ field, was: valueInWords(old), now: valueInWords(value) }] : []
  })
}

function Conflict({ missed }: { missed: readonly Difference[] }) {
  return (
    <Notice tone="attention" title="This enrolment has changed meanwhile" focused>
      {missed.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {missed.map(({ field, was, now }) => (
            <li key={field}>
              {field}: was {was}, is now {now}
            </li>
          ))}
        </ul>
      )}
      <p>Nothing of yours is saved yet, and what you typed is kept. If it still fits, save again.</p>
    </Notice>
  )
}
