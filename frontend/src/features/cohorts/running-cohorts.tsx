import { queries } from '@/api/client'
import { Loaded } from '@/components/ui/query/loaded'
import { CohortsTable } from '@/features/cohorts/cohorts-table'

/** The cohorts that are not over yet, of the latest ones. */
export function RunningCohorts() {
  const query = queries.useQuery('get', '/api/learners/v1/cohorts')
  return (
    <Loaded query={query}>
      {({ items }) => {
        const current = items.filter(({ state }) => state !== 'finished')
        return current.length > 0 ? (
          <CohortsTable cohorts={current} withProgramme />
        ) : (
          <p className="cw-muted">No cohort is running or planned.</p>
        )
      }}
    </Loaded>
  )
}
