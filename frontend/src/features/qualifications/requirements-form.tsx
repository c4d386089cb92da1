import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { kindAndLevel } from '@/api/portfolio-words'
import type { ProgrammeRequirementsRead, QualificationRead } from '@/api/portfolio.gen'
import { useRefreshPortfolio } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'

const schema = v.pipe(
  v.object({ versions: v.array(v.string()) }),
  v.transform(({ versions }) => ({ qualifications: versions.map((version_id) => ({ version_id })) })),
)

interface RequirementsFormProps {
  requirements: ProgrammeRequirementsRead
  qualifications: readonly QualificationRead[]
  onSaved: () => Promise<void>
}

export function RequirementsForm({ requirements, qualifications, onSaved }: RequirementsFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshPortfolio()
  const [opened] = useState(requirements)
  const path = { programme_id: requirements.programme_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/portfolio/v1/programme-requirements/{programme_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  const asked = new Set(opened.qualifications.map(({ version_id }) => version_id))
  const options = qualifications.flatMap((qualification) =>
    qualification.versions
      .filter(({ id, state }) => state === 'published' || asked.has(id))
      .map(({ id, label }) => ({
        value: id,
        label: qualification.title,
        hint: `${kindAndLevel(qualification)}, ${label}`,
      })),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="What the programme asks for" />}
      <Form
        id={`requirements ${requirements.programme_id}`}
        schema={schema}
        initial={{ versions: [...asked] }}
        pointers={Object.fromEntries(options.map((_, place) => [`/qualifications/${place}/version_id`, 'versions']))}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (body) => {
          await save((header) =>
            api.PUT('/api/portfolio/v1/programme-requirements/{programme_id}', { params: { path, header }, body }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <CheckboxesField
          name="versions"
          legend="Qualifications that its apprentices work towards"
          hint="A version that is chosen stays chosen when a newer one is published, until you choose the newer one here."
          options={options}
        />
        <SubmitButton>Save what it asks for</SubmitButton>
      </Form>
    </>
  )
}
