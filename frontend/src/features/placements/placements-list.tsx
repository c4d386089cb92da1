import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { placementStateNames } from '@/api/placement-words'
import type { PlacementSummary, State, When } from '@/api/placements.gen'
import { optionsOf } from '@/api/words'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Filters, FilterSelect } from '@/components/ui/filters/filters'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { PlacementTag } from '@/features/placements/placement-tag'
import { apprenticeName, period, placeName } from '@/features/placements/placement-words'
import { keysOf } from '@/lib/keys-of'
import { counted } from '@/lib/numbers'

const whenNames: Record<When, string> = { now: 'Under way', next: 'To come', past: 'Past' }

export interface PlacementSearch {
  when?: When | undefined
  state?: State | undefined
}

interface PlacementsListProps {
  search: PlacementSearch
  onSearch: (change: PlacementSearch) => void
}

/** Whom one sees, by their first day. */
export function PlacementsList({ search, onSearch }: PlacementsListProps) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/placements',
    { params: { query: { ...search } } },
    byCursor,
  )
  return (
    <>
      <Filters label="Placements">
        <FilterSelect
          name="when"
          label="When"
          all="Any time"
          value={search.when ?? ''}
          options={optionsOf(whenNames)}
          onChoose={(value) => onSearch({ when: keysOf(whenNames).find((known) => known === value) })}
        />
        <FilterSelect
          name="state"
          label="State"
          all="All states"
          value={search.state ?? ''}
          options={optionsOf(placementStateNames)}
          onChoose={(value) => onSearch({ state: keysOf(placementStateNames).find((known) => known === value) })}
        />
      </Filters>
      <Loaded query={query} lines={8}>
        {(data) => {
          const placements = allItems(data)
          if (placements.length === 0) {
            return <p className="cw-muted">There is no placement here. They appear when a plan is published.</p>
          }
          return (
            <>
              <DataTable
                caption="Placements"
                captionHidden
                columns={columns}
                rows={placements}
                rowKey={({ id }) => id}
              />
              <LoadMore query={query} shown={counted(placements.length, 'placement')} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const columns: Column<PlacementSummary>[] = [
  {
    header: 'Apprentice',
    rowHeader: true,
    cell: (placement) => (
      <Link to="/placements/$placementId" params={{ placementId: placement.id }}>
        {apprenticeName(placement)}
      </Link>
    ),
  },
  { header: 'Where', cell: placeName },
  { header: 'When', unbroken: true, cell: period },
  { header: 'State', cell: ({ state }) => <PlacementTag state={state} /> },
]
