import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { codeInWords, policyTopicNames } from '@/api/host-words'
import type { PoliciesRead, PoliciesUpdate, PolicyTopic } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { optionalText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { keysOf } from '@/lib/keys-of'

type Code<Topic extends PolicyTopic> = NonNullable<NonNullable<PoliciesUpdate[Topic]>['code']>

/** The gists that can be compared, as the service knows them. */
const codes: { [Topic in PolicyTopic]: readonly Code<Topic>[] } = {
  pay: ['apprentice_minimum_wage', 'minimum_wage_for_age', 'real_living_wage', 'agenda_for_change', 'local_scale'],
  shifts: ['weekdays', 'long_days', 'all_hours'],
  vaccination: ['mandatory', 'voluntary'],
  lone_working: ['never', 'after_risk_assessment', 'usual'],
  travel_expenses: ['paid_by_employer', 'paid_by_host', 'not_paid'],
  uniform: ['provided', 'own_clothes'],
  sickness: ['tell_employer', 'tell_host', 'tell_both'],
  induction: ['by_employer', 'by_host', 'by_both'],
}

const topics = keysOf(policyTopicNames)

function statement<Topic extends PolicyTopic>(topic: Topic) {
  const none = v.pipe(
    v.literal(''),
    v.transform(() => null),
  )
  return v.pipe(
    v.object({ text: optionalText(4000), code: v.union([none, v.picklist(codes[topic])]) }),
    v.check(({ text, code }) => text !== '' || code === null, 'Say it in your own words, too'),
    v.transform(({ text, code }) => (text === '' ? null : { text, code })),
  )
}

const schema = v.pipe(
  v.record(v.string(), v.string()),
  v.transform((values) =>
    Object.fromEntries(topics.map((topic) => [topic, { text: values[topic], code: values[`${topic}_code`] }])),
  ),
  v.object({
    pay: statement('pay'),
    shifts: statement('shifts'),
    vaccination: statement('vaccination'),
    lone_working: statement('lone_working'),
    travel_expenses: statement('travel_expenses'),
    uniform: statement('uniform'),
    sickness: statement('sickness'),
    induction: statement('induction'),
  }),
)

const pointers = Object.fromEntries(
  topics.flatMap((topic) => [
    [`/${topic}/text`, topic],
    [`/${topic}/code`, `${topic}_code`],
  ]),
)

export function PoliciesForm({ policies, onSaved }: { policies: PoliciesRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(policies)
  const path = { organisation_id: policies.organisation_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/organisations/{organisation_id}/policies', {
        params: { path },
      }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="These policies" />}
      <Form
        id={`policies ${policies.organisation_id}`}
        schema={schema}
        initial={initialOf(opened)}
        pointers={pointers}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (body) => {
          await save((header) =>
            api.PUT('/api/placements/v1/organisations/{organisation_id}/policies', { params: { path, header }, body }),
          )
          await refresh()
          await onSaved()
        }}
      >
        {topics.map((topic) => (
          <div key={topic}>
            <h2 className="cw-form__heading">{policyTopicNames[topic]}</h2>
            <TextareaField name={topic} label={`${policyTopicNames[topic]} in your own words (optional)`} rows={3} />
            <SelectField
              name={`${topic}_code`}
              label={`${policyTopicNames[topic]}, in short (optional)`}
              placeholder="None of these"
              options={codes[topic].map((code) => ({ value: code, label: codeInWords(code) }))}
            />
          </div>
        ))}
        <SubmitButton>Save the policies</SubmitButton>
      </Form>
    </>
  )
}

function initialOf(policies: PoliciesRead): Record<string, string> {
  return Object.fromEntries(
    topics.flatMap((topic) => [
      [topic, policies[topic]?.text ?? ''],
      [`${topic}_code`, policies[topic]?.code ?? ''],
    ]),
  )
}
