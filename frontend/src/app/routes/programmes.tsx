import { Link } from '@tanstack/react-router'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { ProgrammeCards } from '@/features/programmes/programme-cards'
import { counted } from '@/lib/numbers'

export function ProgrammesPage() {
  const session = useSession()
  const query = queries.useInfiniteQuery('get', '/api/learners/v1/programmes', {}, byCursor)
  return (
    <Page
      title="Programmes"
      lead={<p>What this partnership offers together, and how each programme works.</p>}
      actions={
        can(session, 'manage programmes') && (
          <Link to="/programmes/new" className={buttonClass()}>
            Add a programme
          </Link>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(data) => {
          const programmes = allItems(data)
          if (programmes.length === 0) {
            return (
              <EmptyState title="No programme yet">
                <p>Programmes appear here as soon as the partnership has agreed one.</p>
              </EmptyState>
            )
          }
          return (
            <>
              <ProgrammeCards programmes={programmes} />
              {query.hasNextPage && <LoadMore query={query} shown={counted(programmes.length, 'programme')} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
