import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { disruptionStateNames, disruptionTones } from '@/features/plans/disruption-words'
import { formatInstant } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** What happened to plans in force, and how it was or could be mended. */
export function DisruptionsOfCohort({ cohortId }: { cohortId: string }) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/cohorts/{cohort_id}/disruptions',
    { params: { path: { cohort_id: cohortId } } },
    byCursor,
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const disruptions = allItems(data)
        if (disruptions.length === 0) return <p className="cw-muted">Nothing so far.</p>
        return (
          <>
            <ul className="cw-rows">
              {disruptions.map(({ id, sentence, state, created_at }) => (
                <li key={id} className="cw-rows__row">
                  <div>
                    <Link to="/disruptions/$disruptionId" params={{ disruptionId: id }} className="cw-rows__link">
                      {sentence}
                    </Link>
                    <p className="cw-rows__detail">Told {formatInstant(created_at)}</p>
                  </div>
                  <Tag tone={disruptionTones[state]}>{disruptionStateNames[state]}</Tag>
                </li>
              ))}
            </ul>
            {query.hasNextPage && <LoadMore query={query} shown={counted(disruptions.length, 'event')} />}
          </>
        )
      }}
    </Loaded>
  )
}
