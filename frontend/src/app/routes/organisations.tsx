import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Filters, SearchBox } from '@/components/ui/filters/filters'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { OrganisationsTable } from '@/features/organisations/organisations-table'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/organisations')

export function OrganisationsPage() {
  const session = useSession()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/organisations',
    { params: { query: { q } } },
    byCursor,
  )
  const search = useCallback(
    (words: string) => void navigate({ search: { q: words || undefined }, replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <Page
      title="Organisations"
      lead={<p>The members of the partnership, with the settings in which they host apprentices.</p>}
      actions={
        can(session, 'manage hosts') && (
          <>
            <Link to="/organisations/new" className={buttonClass()}>
              Add an organisation
            </Link>
            <Link to="/organisations/import" className={buttonClass('secondary')}>
              Import from a table
            </Link>
            <Link to="/policies" className={buttonClass('secondary')}>
              Compare policies
            </Link>
          </>
        )
      }
    >
      <Filters label="Organisations">
        <SearchBox label="Search by name" value={q ?? ''} onSearch={search} />
      </Filters>
      <Loaded query={query} lines={8}>
        {(data) => {
          const organisations = allItems(data)
          const shown = counted(organisations.length, 'organisation')
          if (organisations.length === 0) return <EmptyState title="No organisation found" />
          return (
            <Card title={shown + (query.hasNextPage ? ' so far' : '')}>
              <OrganisationsTable organisations={organisations} />
              <LoadMore query={query} shown={shown} />
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
