import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { settingKindOptions } from '@/api/host-words'
import type { GivenPreferencesRead } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { optionsOf, sectorNames } from '@/api/words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { initialOfPreferences, preferencesSchema, toPreferences } from '@/features/planning-facts/facts-values'

interface PreferencesFormProps {
  given: GivenPreferencesRead
  own: boolean
  onSaved: () => Promise<void>
}

const open = 'No preference'
const sectors = [{ value: '', label: 'Not said' }, ...optionsOf(sectorNames)]

export function PreferencesForm({ given, own, onSaved }: PreferencesFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshLearners()
  const [opened] = useState(given)
  const path = { learner_id: given.learner_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/learners/v1/learners/{learner_id}/preferences', { params: { path } }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="These preferences have" />}
      <Form
        id={`preferences of ${given.learner_id}`}
        schema={preferencesSchema}
        initial={initialOfPreferences(opened)}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/learners/v1/learners/{learner_id}/preferences', {
              params: { path, header },
              body: toPreferences(values),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <SelectField
          name="first"
          label={own ? 'Where would you like to be most?' : 'Would like to be most in'}
          placeholder={open}
          options={settingKindOptions}
        />
        <SelectField name="second" label="And second" placeholder={open} options={settingKindOptions} />
        <SelectField name="third" label="And third" placeholder={open} options={settingKindOptions} />
        <TextareaField
          name="note"
          label={own ? 'In your own words (optional)' : 'In their own words (optional)'}
          hint="Who plans reads this. Health and adjustments have a place of their own."
        />
        <RadiosField
          name="before"
          legend={own ? 'Which sector would you have chosen before the programme?' : 'Sector of choice before'}
          options={sectors}
        />
        <RadiosField
          name="now"
          legend={own ? 'Which would you choose now?' : 'Sector of choice now'}
          options={sectors}
        />
        <SubmitButton>{own ? 'Save my preferences' : 'Save the preferences'}</SubmitButton>
      </Form>
    </>
  )
}
