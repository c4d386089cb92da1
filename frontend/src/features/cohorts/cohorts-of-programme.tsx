import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { CohortsTable } from '@/features/cohorts/cohorts-table'
import { counted } from '@/lib/numbers'

export function CohortsOfProgramme({ programmeId }: { programmeId: string }) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/learners/v1/cohorts',
    { params: { query: { programme_id: programmeId } } },
    byCursor,
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const cohorts = allItems(data)
        if (cohorts.length === 0) return <p className="cw-muted">No cohort has been opened yet.</p>
        return (
          <>
            <CohortsTable cohorts={cohorts} />
            {query.hasNextPage && <LoadMore query={query} shown={counted(cohorts.length, 'cohort')} />}
          </>
        )
      }}
    </Loaded>
  )
}
