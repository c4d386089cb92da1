import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { CohortFilters, type CohortSearch } from '@/features/cohorts/cohort-filters'
import { CohortsTable } from '@/features/cohorts/cohorts-table'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/cohorts')

export function CohortsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { q, programme, state, attention } = search
  const query = queries.useInfiniteQuery(
    'get',
    '/api/learners/v1/cohorts',
    { params: { query: { q, programme_id: programme, state, attention } } },
    byCursor,
  )
  const change = useCallback(
    (part: CohortSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )

  return (
    <Page title="Cohorts" lead={<p>Every intake of every programme, the latest first.</p>}>
      <CohortFilters search={search} onChange={change} />
      <Loaded query={query} lines={8}>
        {(data) => {
          const cohorts = allItems(data)
          if (cohorts.length === 0) {
            return (
              <EmptyState title="No cohort found">
                <p>
                  {q || programme || state || attention
                    ? 'Nothing fits this search. Try fewer words, or all states.'
                    : 'No cohort has been opened yet.'}
                </p>
              </EmptyState>
            )
          }
          return (
            <Card title={counted(cohorts.length, 'cohort') + (query.hasNextPage ? ' so far' : '')}>
              <CohortsTable cohorts={cohorts} withProgramme />
              <LoadMore query={query} shown={counted(cohorts.length, 'cohort')} />
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
