import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { LearnerRead } from '@/api/learners.gen'
import { ifMatch, useRefreshLearners } from '@/api/refresh'
import { fromLearner, LearnerFields, learnerEntries, toLearnerBody } from '@/components/domain/learner-fields'
import { SubmitButton } from '@/components/ui/button/button'
import { Form } from '@/components/ui/form/form'
import { Notice } from '@/components/ui/notice/notice'

const schema = v.object(learnerEntries)

export function CorrectForm({ learner, onSaved }: { learner: LearnerRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  // Kept apart from the query: a reread in the background must not make an unseen version look seen.
  const [seen, setSeen] = useState(learner)

  async function lookAgain() {
    const options = queries.queryOptions('get', '/api/learners/v1/learners/{learner_id}', {
      params: { path: { learner_id: learner.id } },
    })
    setSeen(await queryClient.fetchQuery({ ...options, staleTime: 0 }))
  }

  return (
    <>
      {seen !== learner && (
        <Notice key={seen.version} tone="attention" title="This record has changed meanwhile" focused>
          <p>
            Nothing of yours is saved yet, and what you typed is kept. Only the fields that you changed will be saved:
            if they still fit, save again.
          </p>
        </Notice>
      )}
      <Form
        id={`learner ${learner.id}`}
        schema={schema}
        initial={fromLearner(learner)}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          try {
            await api.PATCH('/api/learners/v1/learners/{learner_id}', {
              params: { path: { learner_id: learner.id }, header: { 'if-match': ifMatch(seen) } },
              body: changesTo(learner, toLearnerBody(values)),
            })
          } catch (error) {
            if (hasStatus(error, 412)) await lookAgain()
            throw error
          }
          await refresh()
          await onSaved()
        }}
      >
        <LearnerFields />
        <SubmitButton>Save the corrections</SubmitButton>
      </Form>
    </>
  )
}

type LearnerBody = ReturnType<typeof toLearnerBody>

/** Only the fields that differ, so that nobody's other correction is overwritten. */
function changesTo(learner: LearnerRead, wanted: LearnerBody): Partial<LearnerBody> {
  const given: Record<string, unknown> = { ...learner }
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => given[field] !== value))
}
