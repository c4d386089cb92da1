import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import type { EnrolmentCreate, EnrolmentRead, RecruitedAs } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { optionsOf, recruitedAsNames } from '@/api/words'
import { LearnerFields, learnerEntries, toLearnerBody } from '@/components/domain/learner-fields'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { choice, requiredDate } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { optionalDate } from '@/features/enrolments/action-fields'
import { cohortDates, cohortOptions } from '@/features/enrolments/cohort-options'
import { EmployerField } from '@/features/enrolments/employer-field'
import { LearnerChoice } from '@/features/enrolments/learner-choice'
import { keysOf } from '@/lib/keys-of'

const enrolmentEntries = {
  cohort_id: choice('Choose a cohort'),
  employer_organisation_id: choice('Choose the employer of record'),
  recruited_as: v.picklist<RecruitedAs[], string>(keysOf(recruitedAsNames), 'Choose how the learner was recruited'),
  started_on: requiredDate('the start date'),
  planned_end_on: optionalDate('the planned end'),
}

const schema = v.variant('kind', [
  v.object({ kind: v.literal('new'), ...learnerEntries, ...enrolmentEntries }),
  v.object({
    kind: v.literal('existing'),
    learner_id: choice('Find the learner and choose them'),
    ...enrolmentEntries,
  }),
])

/** Faults of the learner's record, which the service reports inside of the learner or of its kind. */
const pointers = Object.fromEntries(
  [...Object.keys(learnerEntries), 'learner_id'].flatMap((field) =>
    ['/learner', '/learner/new', '/learner/existing'].map((parent) => [`${parent}/${field}`, field]),
  ),
)

interface EnrolFormProps {
  cohortId?: string | undefined
  learnerId?: string | undefined
  onEnrolled: (enrolment: EnrolmentRead) => Promise<void>
}

export function EnrolForm({ cohortId, learnerId, onEnrolled }: EnrolFormProps) {
  const refresh = useRefreshLearners()
  const cohorts =
    queries.useQuery('get', '/api/learners/v1/cohorts', { params: { query: { limit: 100 } } }).data?.items ?? []
  const [kind, setKind] = useState(learnerId ? 'existing' : 'new')
  const [chosenCohort, setChosenCohort] = useState(cohortId)

  return (
    <Form
      id="enrol"
      schema={schema}
      pointers={pointers}
      initial={{ kind, cohort_id: cohortId, recruited_as: 'new', learner_id: learnerId }}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/learners/v1/enrolments', {
          params: { header: { 'idempotency-key': key } },
          body: toBody(values),
        })
        await refresh()
        if (data) await onEnrolled(data)
      }}
    >
      <RadiosField
        name="kind"
        legend="Who starts?"
        options={[
          { value: 'new', label: 'Somebody new to the partnership' },
          { value: 'existing', label: 'Somebody Crossway knows already' },
        ]}
        onChange={setKind}
      />
      {kind === 'existing' ? <LearnerChoice learnerId={learnerId} /> : <LearnerFields />}
      <h2 className="cw-form__heading">The enrolment</h2>
      <SelectField
        name="cohort_id"
        label="Cohort"
        placeholder="Choose a cohort"
        options={cohortOptions(cohorts)}
        onChange={(event) => setChosenCohort(event.target.value)}
      />
      <EmployerField />
      <RadiosField name="recruited_as" legend="Recruited as" options={optionsOf(recruitedAsNames)} />
      <DateField
        name="started_on"
        legend="Start date"
        hint={cohortDates(cohorts.find(({ id }) => id === chosenCohort))}
      />
      <DateField
        name="planned_end_on"
        legend="Planned end (optional)"
        hint="Left empty, it is the last day of the cohort."
      />
      <SubmitButton busyText="Enrolling…">Enrol the learner</SubmitButton>
    </Form>
  )
}

function toBody(values: v.InferOutput<typeof schema>): EnrolmentCreate {
  const { cohort_id, employer_organisation_id, recruited_as, started_on, planned_end_on } = values
  return {
    cohort_id,
    employer_organisation_id,
    recruited_as,
    started_on,
    planned_end_on: planned_end_on || null,
    learner:
      values.kind === 'existing'
        ? { kind: 'existing', learner_id: values.learner_id }
        : { kind: 'new', ...toLearnerBody(values) },
  }
}
