import { useState } from 'react'
import { queries } from '@/api/client'
import type { LearnerSummary } from '@/api/learners.gen'
import { personName } from '@/api/words'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { formatDate } from '@/lib/dates'
import { useDebounced } from '@/lib/use-debounced'

/** Finds a known learner by typing a few letters, or shows the one that was come from. */
export function LearnerChoice({ learnerId }: { learnerId: string | undefined }) {
  return learnerId ? <GivenLearner learnerId={learnerId} /> : <LearnerSearch />
}

function GivenLearner({ learnerId }: { learnerId: string }) {
  const { data } = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}', {
    params: { path: { learner_id: learnerId } },
  })
  if (!data) return null
  return <RadiosField key={data.id} name="learner_id" legend="Learner" options={[toOption(data)]} />
}

function LearnerSearch() {
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim())
  const query = queries.useQuery(
    'get',
    '/api/learners/v1/learners',
    { params: { query: { q, limit: 10 } } },
    { enabled: q.length > 1 },
  )
  const found = q.length > 1 ? (query.data?.items ?? []) : []
  return (
    <>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="learner-search">
          Find the learner
        </label>
        <div className="nhsuk-hint" id="learner-search-hint">
          Type the beginning of a name, or the ULN.
        </div>
        <input
          id="learner-search"
          type="search"
          className="nhsuk-input"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="learner-search-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="status" className="cw-muted">
          {q.length > 1 &&
            query.data &&
            (found.length === 0 ? 'Nobody found.' : `${found.length === 10 ? 'The first 10' : found.length} found.`)}
        </p>
      </div>
      <RadiosField
        name="learner_id"
        legend="Learner"
        hint={found.length === 0 ? 'Nobody to choose from yet.' : undefined}
        options={found.map(toOption)}
      />
    </>
  )
}

function toOption(
  learner: Pick<LearnerSummary, 'id' | 'given_names' | 'family_name' | 'preferred_name' | 'date_of_birth' | 'uln'>,
) {
  return {
    value: learner.id,
    label: personName(learner),
    hint: `Born ${formatDate(learner.date_of_birth)}, ULN ${learner.uln}`,
  }
}
