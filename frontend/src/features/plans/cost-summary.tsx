import type { RulePoints } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { sentence } from '@/features/plans/plan-words'
import { formatCount } from '@/lib/numbers'

/** What a plan costs, wish by wish, each explained. */
export function CostSummary({ points }: { points: readonly RulePoints[] }) {
  const total = points.reduce((sum, rule) => sum + rule.points, 0)
  const rows = points.toSorted((a, b) => b.points - a.points)
  return (
    <>
      <p>
        Points say how far a plan is from everybody’s wishes. Fewer are better; rules are kept first, whatever the
        points.
      </p>
      <DataTable
        caption={`Where the ${formatCount(total)} points come from`}
        columns={columns}
        rows={rows}
        rowKey={({ rule }) => rule}
      />
    </>
  )
}

const columns: Column<RulePoints>[] = [
  {
    header: 'Wish',
    rowHeader: true,
    cell: ({ name }) => sentence(name),
  },
  { header: 'Points', numeric: true, cell: ({ points }) => formatCount(points) },
]
