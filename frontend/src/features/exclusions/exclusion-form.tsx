import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { useRefreshHosts } from '@/api/refresh'
import { optionsOf } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { choice } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { exclusionReasonNames } from '@/features/exclusions/exclusion-words'
import { keysOf } from '@/lib/keys-of'

const schema = v.object({
  organisation_id: choice('Choose the organisation'),
  setting_id: v.optional(v.string(), ''),
  reason: v.picklist(keysOf(exclusionReasonNames), 'Choose the reason'),
})

interface ExclusionFormProps {
  learnerId: string
  onAdded: () => Promise<void>
}

export function ExclusionForm({ learnerId, onAdded }: ExclusionFormProps) {
  const refresh = useRefreshHosts()
  const [organisationId, setOrganisationId] = useState('')
  const organisations = queries.useQuery('get', '/api/placements/v1/organisations', {
    params: { query: { limit: 100 } },
  })
  const settings = queries.useQuery(
    'get',
    '/api/placements/v1/settings',
    { params: { query: { organisation_id: organisationId, limit: 100 } } },
    { enabled: organisationId !== '' },
  )
  return (
    <Form
      id={`exclusion of ${learnerId}`}
      schema={schema}
      onSubmit={async ({ organisation_id, setting_id, reason }, key) => {
        await api.POST('/api/placements/v1/exclusions', {
          params: { header: { 'idempotency-key': key } },
          body: {
            learner_id: learnerId,
            organisation_id: setting_id ? null : organisation_id,
            setting_id: setting_id || null,
            reason,
          },
        })
        await refresh()
        await onAdded()
      }}
    >
      <SelectField
        name="organisation_id"
        label="Organisation"
        placeholder="Choose the organisation"
        options={organisations.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(event) => setOrganisationId(event.target.value)}
      />
      {organisationId && (
        <SelectField
          key={organisationId}
          name="setting_id"
          label="Setting"
          placeholder="All of its settings"
          options={settings.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      )}
      <RadiosField
        name="reason"
        legend="Reason"
        hint="A kind only: what lies behind it is not for this record."
        options={optionsOf(exclusionReasonNames)}
      />
      <SubmitButton>Keep them out</SubmitButton>
    </Form>
  )
}
