import type { ReactNode } from 'react'
import { queries } from '@/api/client'
import type { ComparisonRead, Difference, ScenarioRead } from '@/api/placements.gen'
import { Card } from '@/components/ui/card/card'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { FilterSelect, Filters } from '@/components/ui/filters/filters'
import { Loaded } from '@/components/ui/query/loaded'
import { differenceInWords, sentence, stateNames, troublesInWords } from '@/features/plans/plan-words'
import { counted, formatCount } from '@/lib/numbers'

interface ComparisonChoiceProps {
  scenario: ScenarioRead
  other: string | undefined
  onChoose: (other: string) => void
}

/** Two plans of a cohort side by side. Unless another one is chosen, the other is the plan in force. */
export function ComparisonOfPlans({ scenario, other, onChoose }: ComparisonChoiceProps) {
  const query = queries.useQuery('get', '/api/placements/v1/scenarios', {
    params: { query: { cohort_id: scenario.cohort_id, limit: 100 } },
  })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== scenario.id)
        if (others.length === 0) {
          return (
            <EmptyState title="There is no other plan yet">
              <p>Make a copy of this one under Plans, change it, and see here what is different.</p>
            </EmptyState>
          )
        }
        const chosen = other ?? others.find(({ state }) => state === 'published')?.id ?? others[0]?.id ?? ''
        return (
          <>
            <Filters label="What to compare with">
              <FilterSelect
                name="with"
                label="Compare with"
                value={chosen}
                options={others.map(({ id, name, state }) => ({
                  value: id,
                  label: `${name} (${stateNames[state].toLowerCase()})`,
                }))}
                onChoose={onChoose}
              />
            </Filters>
            <Compared scenarioId={scenario.id} otherId={chosen} />
          </>
        )
      }}
    </Loaded>
  )
}

function Compared({ scenarioId, otherId }: { scenarioId: string; otherId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/scenarios/{scenario_id}/comparison', {
    params: { path: { scenario_id: scenarioId }, query: { with: otherId } },
  })
  return (
    <Loaded query={query} lines={6}>
      {(comparison) => (
        <>
          <Card title="Cost by wish">
            <CostByWish comparison={comparison} />
          </Card>
          <Card title="Who is somewhere else">
            {comparison.differences.length === 0 ? (
              <p>Nobody: both plans send everybody to the same places.</p>
            ) : (
              <>
                <p>{counted(comparison.people_who_differ, 'person is', 'people are')} somewhere else.</p>
                <Differences
                  differences={comparison.differences}
                  before={comparison.first.scenario.name}
                  after={comparison.second.scenario.name}
                />
              </>
            )}
          </Card>
        </>
      )}
    </Loaded>
  )
}

interface PointsRow {
  rule: string
  name: string
  first: number
  second: number
}

function CostByWish({ comparison: { first, second } }: { comparison: ComparisonRead }) {
  const rules = new Map([...first.points, ...second.points].map(({ rule, name }) => [rule, name]))
  const rows: PointsRow[] = Array.from(rules, ([rule, name]) => ({
    rule,
    name: sentence(name),
    first: pointsOf(first, rule),
    second: pointsOf(second, rule),
  }))
  const total = {
    rule: 'total',
    name: 'All together',
    first: rows.reduce((sum, row) => sum + row.first, 0),
    second: rows.reduce((sum, row) => sum + row.second, 0),
  }
  const columns: Column<PointsRow>[] = [
    { header: 'Wish', rowHeader: true, cell: ({ name }) => name },
    { header: first.scenario.name, numeric: true, cell: (row) => formatCount(row.first) },
    { header: second.scenario.name, numeric: true, cell: (row) => formatCount(row.second) },
    { header: 'The second has', cell: changeOfPoints },
  ]
  return (
    <>
      <p>
        {first.scenario.name}: {troublesInWords(first.scenario).toLowerCase()}. {second.scenario.name}:{' '}
        {troublesInWords(second.scenario).toLowerCase()}.
        {first.scenario.unplaced + second.scenario.unplaced > 0 &&
          ' A block without a place costs no points, so the points say little yet.'}
      </p>
      <DataTable
        caption="Points by wish; fewer are better"
        columns={columns}
        rows={[...rows, total]}
        rowKey={({ rule }) => rule}
      />
    </>
  )
}

function pointsOf(side: ComparisonRead['first'], rule: string): number {
  return side.points.find((points) => points.rule === rule)?.points ?? 0
}

function changeOfPoints({ first, second }: PointsRow): ReactNode {
  if (first === second) return <span className="cw-muted">The same</span>
  const more = second > first
  return (
    <strong className={`cw-points-change cw-points-change--${more ? 'more' : 'fewer'}`}>
      {more ? '▲' : '▼'} {differenceInWords(second - first)}
    </strong>
  )
}

interface DifferencesProps {
  differences: readonly Difference[]
  before: string
  after: string
}

export function Differences({ differences, before, after }: DifferencesProps) {
  const columns: Column<Difference>[] = [
    { header: 'Who', rowHeader: true, cell: ({ name }) => name },
    { header: 'Block', cell: ({ block, block_name }) => `${block + 1}. ${block_name}` },
    { header: before, cell: (difference) => sentence(difference.before) },
    { header: after, cell: placeAfter },
  ]
  return (
    <DataTable
      caption="Blocks in which somebody is somewhere else"
      captionHidden
      columns={columns}
      rows={differences}
      rowKey={({ enrolment_id, block }) => `${enrolment_id} ${block}`}
    />
  )
}

function placeAfter({ after }: Difference): ReactNode {
  return <strong>{sentence(after)}</strong>
}
