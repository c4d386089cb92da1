import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { GenericSchema } from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { ProgrammeRead } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { Form } from '@/components/ui/form/form'
import { rowPointers } from '@/components/ui/form/row-values'
import { useRows } from '@/components/ui/form/rows'
import {
  FactsFields,
  FundingFields,
  LearningFields,
  RotationFields,
  RulesFields,
} from '@/features/programmes/programme-fields'
import * as values from '@/features/programmes/programme-values'

export function AddProgrammeForm({ onAdded }: { onAdded: (programme: ProgrammeRead) => Promise<void> }) {
  const refresh = useRefreshLearners()
  const qualifications = useRows(1)
  const blocks = useRows(2)
  const rows = { qualifications: qualifications.rows, blocks: blocks.rows }
  return (
    <Form
      id="programme"
      schema={values.programmeSchema}
      initial={{ ordering: 'ordered' }}
      pointers={{ ...factsPointers(rows.qualifications), ...rotationPointers(rows.blocks) }}
      onSubmit={async (typed, key) => {
        const { data } = await api.POST('/api/learners/v1/programmes', {
          params: { header: { 'idempotency-key': key } },
          body: {
            ...values.toFacts(typed, rows),
            ...values.toRotation(typed, rows),
            sector_rules: [],
            learning_days: [],
            review_schedule: { days_after_placement_start: [14, 42], then_every_months: 1, note: '' },
            funding_lines: [],
            recruitment: null,
            requirements: [],
            evidence_gaps: [],
            story: [],
          },
        })
        await refresh()
        if (data) await onAdded(data)
      }}
    >
      <FactsFields qualifications={qualifications} />
      <h2 className="cw-form__heading">The rotation</h2>
      <RotationFields blocks={blocks} />
      <SubmitButton busyText="Adding…">Add the programme</SubmitButton>
    </Form>
  )
}

export interface SectionProps {
  programme: ProgrammeRead
  onSaved: () => Promise<void>
}

export function FactsForm(props: SectionProps) {
  const qualifications = useRows(props.programme.qualifications.length)
  const rows = { qualifications: qualifications.rows }
  return (
    <SectionForm
      {...props}
      section="facts"
      schema={values.factsSchema}
      initial={values.initialFacts(props.programme)}
      pointers={factsPointers(rows.qualifications)}
      toPart={(typed) => values.toFacts(typed, rows)}
    >
      <FactsFields qualifications={qualifications} />
    </SectionForm>
  )
}

export function RotationForm(props: SectionProps) {
  const blocks = useRows(props.programme.rotation.blocks.length)
  const rows = { blocks: blocks.rows }
  return (
    <SectionForm
      {...props}
      section="rotation"
      schema={values.rotationSchema}
      initial={values.initialRotation(props.programme.rotation)}
      pointers={rotationPointers(rows.blocks)}
      toPart={(typed) => values.toRotation(typed, rows)}
    >
      <RotationFields blocks={blocks} />
    </SectionForm>
  )
}

export function LearningForm(props: SectionProps) {
  const days = useRows(props.programme.learning_days.length)
  const rows = { learning_days: days.rows }
  return (
    <SectionForm
      {...props}
      section="learning"
      schema={values.learningSchema}
      initial={values.initialLearning(props.programme)}
      pointers={{
        ...rowPointers('learning_days', rows.learning_days, ['text', 'frequency', 'weekday', 'days', 'sector']),
        '/review_schedule/days_after_placement_start': 'review_days',
        '/review_schedule/then_every_months': 'then_every_months',
        '/review_schedule/note': 'review_note',
      }}
      toPart={(typed) => values.toLearning(typed, rows)}
    >
      <LearningFields days={days} />
    </SectionForm>
  )
}

export function RulesForm(props: SectionProps) {
  const rules = useRows(props.programme.sector_rules.length)
  const gaps = useRows(props.programme.evidence_gaps.length)
  const requirements = useRows(props.programme.requirements.length)
  const rows = { sector_rules: rules.rows, evidence_gaps: gaps.rows, requirements: requirements.rows }
  return (
    <SectionForm
      {...props}
      section="rules"
      schema={values.rulesSchema}
      initial={values.initialRules(props.programme)}
      pointers={{
        ...rowPointers('sector_rules', rows.sector_rules, ['sector', 'minimum_age', 'vaccination', 'working_pattern']),
        ...rowPointers('evidence_gaps', rows.evidence_gaps, ['activities', 'setting_kind']),
        ...rowPointers('requirements', rows.requirements, ['text']),
      }}
      toPart={(typed) => values.toRules(typed, rows)}
    >
      <RulesFields rules={rules} gaps={gaps} requirements={requirements} />
    </SectionForm>
  )
}

export function FundingForm(props: SectionProps) {
  const lines = useRows(props.programme.funding_lines.length)
  const rows = { funding_lines: lines.rows }
  return (
    <SectionForm
      {...props}
      section="funding"
      schema={values.fundingSchema}
      initial={values.initialFunding(props.programme)}
      pointers={rowPointers('funding_lines', rows.funding_lines, ['payer', 'purpose', 'amount', 'per_apprentice'])}
      toPart={(typed) => values.toFunding(typed, rows)}
    >
      <FundingFields lines={lines} />
    </SectionForm>
  )
}

interface SectionFormProps<Typed> extends SectionProps {
  section: string
  schema: GenericSchema<unknown, Typed>
  initial: Record<string, string | string[]>
  pointers: Record<string, string>
  toPart: (typed: Typed) => values.Part
  children: ReactNode
}

/** Saves one part of a programme over the version that was opened; the other parts go along as they were. */
function SectionForm<Typed>(props: SectionFormProps<Typed>) {
  const { programme, section, schema, pointers, toPart, onSaved, children } = props
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(programme)
  const [initial] = useState(props.initial)
  const path = { programme_id: programme.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/learners/v1/programmes/{programme_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  const { id, version, ...others } = seen
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={version} what="This programme" />}
      <Form
        id={`programme ${id} ${section}`}
        schema={schema}
        initial={initial}
        pointers={pointers}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (typed) => {
          await save((header) =>
            api.PUT('/api/learners/v1/programmes/{programme_id}', {
              params: { path, header },
              body: { ...others, ...toPart(typed) },
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        {children}
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}

function factsPointers(rows: readonly number[]): Record<string, string> {
  return { ...rowPointers('qualifications', rows, ['title', 'level']), '/hourly_pay_pence': 'hourly_pay' }
}

const blockFields = ['name', 'kind', 'length_weeks', 'location', 'sector', 'setting_kinds']

function rotationPointers(rows: readonly number[]): Record<string, string> {
  const inRotation = Object.entries(rowPointers('blocks', rows, blockFields))
  return Object.fromEntries(inRotation.map(([pointer, field]) => [`/rotation${pointer}`, field]))
}
