import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import { topicNames } from '@/api/placement-words'
import type { ContactsRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { optionalEmail, optionalText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { nestRows } from '@/components/ui/form/row-values'
import { TextField } from '@/components/ui/form/text-field'
import { contactFor, topicHints, topics } from '@/features/contacts/contact-topics'

const contact = v.pipe(
  v.object({
    name: optionalText(),
    role: optionalText(),
    telephone: optionalText(60),
    email: optionalEmail(),
  }),
  v.forward(
    v.check(
      ({ name, role, telephone, email }) => name !== '' || role + telephone + email === '',
      'Enter the name of the person',
    ),
    ['name'],
  ),
)

const schema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => nestRows(values, ['contacts'])),
  v.object({ contacts: v.record(v.string(), contact) }),
  v.transform(({ contacts }) => ({
    contacts: Object.fromEntries(
      Object.entries(contacts)
        .filter(([, { name }]) => name !== '')
        .map(([topic, { name, role, telephone, email }]) => [
          topic,
          { name, role: role || null, telephone: telephone || null, email: email || null },
        ]),
    ),
  })),
)

/** A person for each topic; those left empty are asked of the setting's contact or the next organisation in turn. */
export function ContactsForm({ contacts, onSaved }: { contacts: ContactsRead; onSaved: () => Promise<void> }) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(contacts)
  const path = { organisation_id: contacts.organisation_id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/organisations/{organisation_id}/contacts', {
        params: { path },
      }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="These contacts" />}
      <Form
        id={`contacts ${contacts.organisation_id}`}
        schema={schema}
        initial={initialOf(opened)}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (body) => {
          await save((header) =>
            api.PUT('/api/placements/v1/organisations/{organisation_id}/contacts', { params: { path, header }, body }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <div className="cw-form-rows">
          {topics.map((topic) => (
            <fieldset key={topic} className="nhsuk-fieldset cw-form-rows__row" aria-describedby={`${topic}-about`}>
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{topicNames[topic]}</legend>
              <p className="nhsuk-hint" id={`${topic}-about`}>
                {topicHints[topic]}
              </p>
              <TextField name={`contacts.${topic}.name`} label="Name" autoComplete="off" />
              <TextField name={`contacts.${topic}.role`} label="Role (optional)" autoComplete="off" />
              <TextField
                name={`contacts.${topic}.telephone`}
                label="Telephone (optional)"
                inputMode="tel"
                autoComplete="off"
                width={20}
              />
              <TextField
                name={`contacts.${topic}.email`}
                label="Email address (optional)"
                inputMode="email"
                autoComplete="off"
                spellCheck={false}
              />
            </fieldset>
          ))}
        </div>
        <SubmitButton>Save the contacts</SubmitButton>
      </Form>
    </>
  )
}

function initialOf(contacts: ContactsRead): Record<string, string> {
  return Object.fromEntries(
    topics.flatMap((topic) => {
      const known = contactFor(contacts, topic)
      return [
        [`contacts.${topic}.name`, known?.name ?? ''],
        [`contacts.${topic}.role`, known?.role ?? ''],
        [`contacts.${topic}.telephone`, known?.telephone ?? ''],
        [`contacts.${topic}.email`, known?.email ?? ''],
      ]
    }),
  )
}
