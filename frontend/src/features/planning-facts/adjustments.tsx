import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { AdjustmentsRead } from '@/api/learners.gen'
import { adjustmentNames } from '@/api/planning-words'
import { useRefreshLearners } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { adjustmentsSchema } from '@/features/planning-facts/facts-values'

export function AdjustmentsShown({ shown }: { shown: AdjustmentsRead }) {
  if (shown.adjustments.length === 0 && !shown.note) return <p className="cw-muted">None are recorded.</p>
  return (
    <SummaryList
      facts={{
        Adjustments: shown.adjustments.map((each) => adjustmentNames[each]).join(', '),
        Note: shown.note,
      }}
    />
  )
}

export function AdjustmentsForm({ recorded, onSaved }: { recorded: AdjustmentsRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(recorded)
  const path = { learner_id: recorded.learner_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/learners/v1/learners/{learner_id}/adjustments', { params: { path } }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="These adjustments have" />}
      <Form
        id={`adjustments of ${recorded.learner_id}`}
        schema={adjustmentsSchema}
        initial={{ adjustments: opened.adjustments, note: opened.note }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async ({ adjustments, note }) => {
          await save((header) =>
            api.PUT('/api/learners/v1/learners/{learner_id}/adjustments', {
              params: { path, header },
              body: { adjustments, note: note || null },
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <CheckboxesField
          name="adjustments"
          legend="What a placement has to offer"
          options={optionsOf(adjustmentNames)}
        />
        <TextareaField name="note" label="Note (optional)" hint="What has to be arranged, rather than why" />
        <SubmitButton>Save the adjustments</SubmitButton>
      </Form>
    </>
  )
}
