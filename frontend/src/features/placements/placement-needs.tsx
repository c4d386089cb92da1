import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { apprenticeName, needWords, period, placeName } from '@/features/placements/placement-words'
import { counted } from '@/lib/numbers'

/** Placements that wait for somebody to do something, the next to begin first. */
export function PlacementNeeds() {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/placements/needs',
    { params: { query: { limit: 10 } } },
    byCursor,
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const needs = allItems(data)
        if (needs.length === 0) return <p className="cw-muted">No placement waits for anything.</p>
        return (
          <>
            <ul className="cw-rows">
              {needs.map((need) => (
                <li key={need.id} className="cw-rows__row cw-rows__row--wide">
                  <div>
                    <Link to="/placements/$placementId" params={{ placementId: need.id }} className="cw-rows__link">
                      {apprenticeName(need)}
                    </Link>
                    <p className="cw-rows__detail">
                      {placeName(need)}, {period(need)}
                    </p>
                  </div>
                  <Tag tone={needWords[need.need].tone}>{needWords[need.need].name}</Tag>
                </li>
              ))}
            </ul>
            {query.hasNextPage && <LoadMore query={query} shown={counted(needs.length, 'placement')} />}
          </>
        )
      }}
    </Loaded>
  )
}
