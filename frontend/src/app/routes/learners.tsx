import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { can } from '@/api/access'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { useSession } from '@/api/session'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { LearnerFilters, type LearnerSearch } from '@/features/learners/learner-filters'
import { LearnersTable } from '@/features/learners/learners-table'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/learners')

export function LearnersPage() {
  const session = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { q, state, uln } = search
  const query = queries.useInfiniteQuery(
    'get',
    '/api/learners/v1/learners',
    { params: { query: { q, state, uln_is_temporary: uln && uln === 'temporary' } } },
    byCursor,
  )
  const change = useCallback(
    (part: LearnerSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  const searching = Object.values(search).some(Boolean)

  return (
    <Page
      title="Learners"
      lead={<p>Everyone whose record you may see, by family name.</p>}
      actions={
        can(session, 'change enrolments') && (
          <>
            <Link to="/enrolments/new" className={buttonClass()}>
              Enrol a learner
            </Link>
            <Link to="/learners/import" className={buttonClass('secondary')}>
              Import from a table
            </Link>
          </>
        )
      }
    >
      <LearnerFilters search={search} onChange={change} />
      <Loaded query={query} lines={8}>
        {(data) => {
          const learners = allItems(data)
          if (learners.length === 0) {
            return (
              <EmptyState title="No learner found">
                <p>
                  {searching
                    ? 'Nobody fits this search. Try fewer letters, or all learners.'
                    : 'Learners appear here once they are enrolled.'}
                </p>
              </EmptyState>
            )
          }
          return (
            <Card title={counted(learners.length, 'learner') + (query.hasNextPage ? ' so far' : '')}>
              <LearnersTable learners={learners} />
              <LoadMore query={query} shown={counted(learners.length, 'learner')} />
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
