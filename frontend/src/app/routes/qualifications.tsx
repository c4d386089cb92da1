import { can } from '@/api/access'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { useSession } from '@/api/session'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { CatalogueOffer } from '@/features/qualifications/catalogue-offer'
import { QualificationsTable } from '@/features/qualifications/qualifications-table'
import { counted } from '@/lib/numbers'

export function QualificationsPage() {
  const session = useSession()
  const query = queries.useInfiniteQuery('get', '/api/portfolio/v1/qualifications', {}, byCursor)
  return (
    <Page title="Qualifications" lead={<p>What apprentices work towards, criterion by criterion.</p>}>
      <Loaded query={query} lines={6}>
        {(data) => {
          const qualifications = allItems(data)
          return (
            <>
              {qualifications.length === 0 ? (
                <EmptyState title="No qualification yet">
                  <p>They appear here as soon as the coordinator has added them.</p>
                </EmptyState>
              ) : (
                <QualificationsTable qualifications={qualifications} />
              )}
              {query.hasNextPage && <LoadMore query={query} shown={counted(qualifications.length, 'qualification')} />}
              {can(session, 'set requirements') && <CatalogueOffer present={qualifications} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
