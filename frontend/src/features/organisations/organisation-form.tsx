import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { organisationKindNames } from '@/api/host-words'
import type { OrganisationRead, OrganisationUpdate } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { optionsOf, sectorNames } from '@/api/words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { optionalCode, requiredText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { keysOf } from '@/lib/keys-of'

const schema = v.object({
  name: requiredText('Enter the name'),
  kind: v.picklist(keysOf(organisationKindNames), 'Choose the kind of organisation'),
  sector: v.picklist(keysOf(sectorNames), 'Choose the sector'),
  postcode: optionalCode(/^[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2}$/, 'Enter a full postcode, like BN11 2DH'),
  ods_code: optionalCode(/^[A-Z0-9]{3,10}$/, 'Enter the ODS code as 3 to 10 letters and digits, like RYR'),
  cqc_provider_id: optionalCode(/^[1-9]-\d{6,12}$/, 'Enter the CQC provider id in the right form, like 1-101664252'),
  ukprn: optionalCode(/^1\d{7}$/, 'Enter the UKPRN as 8 digits that begin with 1, like 10004344'),
  employer_id: optionalCode(/^\d{9}$/, 'Enter the employer id as 9 digits, like 154549452'),
})

function toBody({ name, kind, sector, ...codes }: v.InferOutput<typeof schema>): OrganisationUpdate {
  const { postcode, ods_code, cqc_provider_id, ukprn, employer_id } = codes
  return {
    name,
    kind,
    sector,
    postcode: postcode || null,
    ods_code: ods_code || null,
    cqc_provider_id: cqc_provider_id || null,
    ukprn: ukprn || null,
    employer_id: employer_id || null,
  }
}

export function AddOrganisationForm({ onAdded }: { onAdded: (organisation: OrganisationRead) => Promise<void> }) {
  const refresh = useRefreshHosts()
  return (
    <Form
      id="organisation"
      schema={schema}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/placements/v1/organisations', {
          params: { header: { 'idempotency-key': key } },
          body: toBody(values),
        })
        await refresh()
        if (data) await onAdded(data)
      }}
    >
      <OrganisationFields />
      <SubmitButton busyText="Adding…">Add the organisation</SubmitButton>
    </Form>
  )
}

interface EditOrganisationFormProps {
  organisation: OrganisationRead
  onSaved: () => Promise<void>
}

export function EditOrganisationForm({ organisation, onSaved }: EditOrganisationFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(organisation)
  const path = { organisation_id: organisation.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/organisations/{organisation_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  const { name, kind, sector, postcode, ods_code, cqc_provider_id, ukprn, employer_id } = opened
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This organisation" />}
      <Form
        id={`organisation ${organisation.id}`}
        schema={schema}
        initial={{ name, kind, sector, postcode, ods_code, cqc_provider_id, ukprn, employer_id }}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/placements/v1/organisations/{organisation_id}', {
              params: { path, header },
              body: toBody(values),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <OrganisationFields />
        <SubmitButton>Save the organisation</SubmitButton>
      </Form>
    </>
  )
}

function OrganisationFields() {
  return (
    <>
      <TextField name="name" label="Name" autoComplete="off" />
      <SelectField
        name="kind"
        label="Kind"
        placeholder="Choose the kind of organisation"
        options={optionsOf(organisationKindNames)}
      />
      <RadiosField name="sector" legend="Sector" options={optionsOf(sectorNames)} />
      <TextField name="postcode" label="Postcode (optional)" width={10} autoComplete="off" />
      <h2 className="cw-form__heading">How others know it</h2>
      <TextField
        name="ods_code"
        label="NHS ODS code (optional)"
        hint="Of trusts, practices and many care homes, like RYR"
        width={10}
        spellCheck={false}
      />
      <TextField
        name="cqc_provider_id"
        label="CQC provider id (optional)"
        hint="Like 1-101664252"
        width={20}
        spellCheck={false}
      />
      <TextField
        name="ukprn"
        label="UKPRN (optional)"
        hint="Of training providers, like 10004344"
        width={10}
        inputMode="numeric"
      />
      <TextField
        name="employer_id"
        label="Employer id (optional)"
        hint="Of employers of record, as the funding return wants it: 9 digits"
        width={10}
        inputMode="numeric"
      />
    </>
  )
}
