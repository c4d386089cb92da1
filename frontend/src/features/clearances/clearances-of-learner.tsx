import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { clearanceName } from '@/api/host-words'
import type { ClearanceRead } from '@/api/learners.gen'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { formatShortDate, today } from '@/lib/dates'

interface ClearancesProps {
  learnerId: string
  own: boolean
  mayChange: boolean
}

export function ClearancesOfLearner({ learnerId, own, mayChange }: ClearancesProps) {
  const query = queries.useQuery('get', '/api/learners/v1/learners/{learner_id}/clearances', {
    params: { path: { learner_id: learnerId } },
  })
  return (
    <Card
      title={own ? 'My clearances' : 'Clearances'}
      actions={
        mayChange && (
          <Link
            to="/learners/$learnerId/clearances/new"
            params={{ learnerId }}
            className={buttonClass('secondary', true)}
          >
            Record a clearance
          </Link>
        )
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="cw-muted">
              Nothing is recorded yet. A placement cannot start before the clearances that its setting asks for.
            </p>
          ) : (
            <DataTable
              caption="Clearances"
              captionHidden
              columns={mayChange ? [...columns, correction] : columns}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Card>
  )
}

const columns: Column<ClearanceRead>[] = [
  { header: 'Clearance', rowHeader: true, cell: ({ code }) => clearanceName(code) },
  { header: 'From', unbroken: true, cell: ({ valid_from }) => formatShortDate(valid_from) },
  {
    header: 'Last day',
    unbroken: true,
    cell: ({ expires_on }) => (expires_on ? formatShortDate(expires_on) : 'Does not expire'),
  },
  { header: 'State', cell: (clearance) => <ClearanceTag clearance={clearance} /> },
  { header: 'Reference', cell: ({ reference, note }) => [reference, note].filter(Boolean).join('. ') || 'None' },
]

const correction: Column<ClearanceRead> = {
  header: 'Change',
  cell: ({ id, learner_id, code }) => (
    <Link to="/learners/$learnerId/clearances/$clearanceId" params={{ learnerId: learner_id, clearanceId: id }}>
      Correct <span className="nhsuk-u-visually-hidden">{clearanceName(code)}</span>
    </Link>
  ),
}

function ClearanceTag({ clearance: { valid_from, expires_on } }: { clearance: ClearanceRead }) {
  const day = today()
  if (expires_on !== null && expires_on < day) return <Tag tone="stopped">Expired</Tag>
  if (valid_from > day) return <Tag tone="info">Not yet</Tag>
  if (expires_on !== null && expires_on <= inTwoMonths(day)) return <Tag tone="attention">Ends soon</Tag>
  return <Tag tone="good">Valid</Tag>
}

/** As long before the end as the home page tells of it. */
function inTwoMonths(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 60)
  return date.toISOString().slice(0, 10)
}
