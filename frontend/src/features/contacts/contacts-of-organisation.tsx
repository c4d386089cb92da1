import { queries } from '@/api/client'
import { topicNames } from '@/api/placement-words'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { contactFor, topics } from '@/features/contacts/contact-topics'

/** Whom an organisation names for what, for those who may change it. */
export function ContactsOfOrganisation({ organisationId }: { organisationId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}/contacts', {
    params: { path: { organisation_id: organisationId } },
  })
  return (
    <Loaded query={query}>
      {(contacts) => {
        const named = topics.flatMap((topic) => contactFor(contacts, topic) ?? [])
        if (named.length === 0) {
          return (
            <p className="cw-muted">
              Nobody is named yet. Apprentices are shown the contact of their setting, or their coordinator.
            </p>
          )
        }
        return (
          <SummaryList
            facts={Object.fromEntries(
              topics.map((topic) => {
                const contact = contactFor(contacts, topic)
                return [
                  topicNames[topic],
                  contact ? (
                    [contact.name, contact.role, contact.telephone, contact.email].filter(Boolean).join(', ')
                  ) : (
                    <span key={topic} className="cw-muted">
                      Nobody
                    </span>
                  ),
                ]
              }),
            )}
          />
        )
      }}
    </Loaded>
  )
}
