import { queries } from '@/api/client'
import { topicNames } from '@/api/placement-words'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import type { ContactForTopic } from '@/api/placements.gen'

/** Whom to ask for what, at one placement. */
export function Contacts({ placementId }: { placementId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}/contacts', {
    params: { path: { placement_id: placementId } },
  })
  return (
    <Loaded query={query}>
      {({ items, mentor_name }) => (
        <SummaryList
          facts={{
            'Your mentor there': mentor_name,
            ...Object.fromEntries(
              items.map((item) => [topicNames[item.topic], <Person key={item.topic} item={item} />]),
            ),
          }}
        />
      )}
    </Loaded>
  )
}

function Person({ item: { contact, organisation_name } }: { item: ContactForTopic }) {
  if (!contact) return <span className="cw-muted">Ask your coordinator</span>
  return (
    <>
      {contact.name}
      {contact.role && `, ${contact.role}`}
      {organisation_name && ` (${organisation_name})`}
      {contact.telephone && (
        <>
          <br />
          <a href={`tel:${contact.telephone.replaceAll(' ', '')}`}>{contact.telephone}</a>
        </>
      )}
      {contact.email && (
        <>
          <br />
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      )}
    </>
  )
}
