import { queries } from '@/api/client'
import type { WeekRead } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Loaded } from '@/components/ui/query/loaded'
import { formatShortDate, today } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** What the setting takes in the coming half year: a drawing for the eye, the same in a table. */
export function CapacityChart({ settingId }: { settingId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/settings/{setting_id}/weekly-capacity', {
    params: { path: { setting_id: settingId }, query: { week_of: today(), weeks: 26 } },
  })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const stretches = inStretches(items)
        const highest = Math.max(1, ...items.map((week) => week.at_most))
        return (
          <>
            <div className="cw-capacity" aria-hidden="true">
              {items.map((week) => (
                <span
                  key={week.week_of}
                  className={`cw-capacity__week${week.closed ? ' cw-capacity__week--closed' : ''}`}
                >
                  <span className="cw-capacity__bar" style={{ height: `${(week.at_most / highest) * 100}%` }} />
                </span>
              ))}
            </div>
            <p className="cw-capacity__scale" aria-hidden="true">
              <span>This week</span>
              <span>Highest: {highest}</span>
              <span>In half a year</span>
            </p>
            <DataTable
              caption="Apprentices at once in the next 26 weeks"
              columns={columns}
              rows={stretches}
              rowKey={({ first }) => first.week_of}
            />
          </>
        )
      }}
    </Loaded>
  )
}

interface Stretch {
  first: WeekRead
  weeks: number
}

/** Weeks after each other that take the same. */
function inStretches(weeks: readonly WeekRead[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const week of weeks) {
    const last = stretches.at(-1)
    if (last && takes(last.first) === takes(week)) last.weeks += 1
    else stretches.push({ first: week, weeks: 1 })
  }
  return stretches
}

function takes({ closed, reason, at_most, at_least, or_none }: WeekRead): string {
  if (closed) return reason ? `Closed: ${reason}` : 'Closed'
  if (at_most === 0) return 'Nobody'
  const least = at_least > 0 ? `, at least ${at_least}${or_none ? ' or nobody' : ''}` : ''
  return `Up to ${at_most}${least}`
}

const columns: Column<Stretch>[] = [
  { header: 'From the week of', rowHeader: true, cell: ({ first }) => formatShortDate(first.week_of) },
  { header: 'For', unbroken: true, cell: ({ weeks }) => counted(weeks, 'week') },
  { header: 'Takes', cell: ({ first }) => takes(first) },
]
