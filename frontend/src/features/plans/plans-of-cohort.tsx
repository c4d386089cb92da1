import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import type { PlanCohort, ScenarioSummary } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { pointsInWords, stateNames, stateTones, troublesInWords } from '@/features/plans/plan-words'
import { formatInstant } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** All plans of a cohort, newest first; the one that is in force says so. */
export function PlansOfCohort({ cohort }: { cohort: PlanCohort }) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/scenarios',
    { params: { query: { cohort_id: cohort.id } } },
    { ...byCursor, refetchInterval: 10_000 },
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const scenarios = allItems(data)
        if (scenarios.length === 0) {
          return (
            <EmptyState title="No plan yet">
              <p>
                Make one: planning finds a place for {counted(cohort.people, 'apprentice')} in every block, or says why
                there is none.
              </p>
            </EmptyState>
          )
        }
        return (
          <>
            <DataTable
              caption="Plans of this cohort, newest first"
              captionHidden
              columns={columns}
              rows={scenarios}
              rowKey={({ id }) => id}
            />
            {query.hasNextPage && <LoadMore query={query} shown={counted(scenarios.length, 'plan')} />}
          </>
        )
      }}
    </Loaded>
  )
}

const columns: Column<ScenarioSummary>[] = [
  {
    header: 'Plan',
    rowHeader: true,
    cell: ({ id, name, published_at, created_at }) => (
      <span>
        <Link to="/plans/$scenarioId" params={{ scenarioId: id }}>
          {name}
        </Link>
        <span className="cw-table__detail">
          {published_at ? `Published ${formatInstant(published_at)}` : `Made ${formatInstant(created_at)}`}
        </span>
      </span>
    ),
  },
  { header: 'State', cell: ({ state }) => <Tag tone={stateTones[state]}>{stateNames[state]}</Tag> },
  { header: 'Cost', unbroken: true, cell: ({ cost }) => pointsInWords(cost) },
  { header: 'Rules', cell: (plan) => (plan.cost === null ? 'Not planned yet' : troublesInWords(plan)) },
  {
    header: 'Look at',
    cell: ({ id, name }) => (
      <Link to="/plans/$scenarioId/board" params={{ scenarioId: id }}>
        Board <span className="nhsuk-u-visually-hidden">of {name}</span>
      </Link>
    ),
  },
]
