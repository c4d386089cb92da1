import { useState } from 'react'
import { queries } from '@/api/client'
import type { RotaRead, RotaWeek, ShiftRead } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Notice } from '@/components/ui/notice/notice'
import { Loaded } from '@/components/ui/query/loaded'
import { RotaControls } from '@/features/placements/rota-controls'
import { formatDate, formatShortDate, today } from '@/lib/dates'
import { formatHours } from '@/lib/numbers'

const WEEKS_SHOWN = 4
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })

/** The weeks of a placement, from this one on. */
export function Rota({ placementId, mayChange }: { placementId: string; mayChange: boolean }) {
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}/rota', {
    params: { path: { placement_id: placementId } },
  })
  return (
    <Loaded query={query}>
      {(rota) => (
        <>
          <Weeks rota={rota} />
          {mayChange && <RotaControls rota={rota} />}
        </>
      )}
    </Loaded>
  )
}

function Weeks({ rota }: { rota: RotaRead }) {
  const [shown, setShown] = useState(WEEKS_SHOWN)
  const lastMonday = new Date(Date.parse(`${today()}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10)
  const current = rota.weeks.filter(({ week_of }) => week_of >= lastMonday)
  const weeks = current.length > 0 ? current : rota.weeks
  return (
    <>
      <p className="cw-muted">
        {rota.published_on
          ? `Published on ${formatDate(rota.published_on)}.`
          : `Not published yet: days may still change. Due by ${formatDate(rota.due_on)}.`}
      </p>
      {rota.findings.length > 0 && (
        <Notice tone="attention" title="Working-time rules that this rota does not keep">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {rota.findings.map(({ rule, regulation, words, first_on, times }) => (
              <li key={rule}>
                {words} First on {formatDate(first_on)}
                {times > 1 && `, ${times} times in all`} (Working Time Regulations 1998, {regulation}).
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rota.bounds && (
        <p>
          About {formatHours(rota.bounds.weekly_hours)} a week between {rota.bounds.earliest_start} and{' '}
          {rota.bounds.latest_end}
          {rota.bounds.weekends ? ', weekends too' : ', no weekends'}. The setting tells the shifts.
        </p>
      )}
      {weeks.length > 0 && (
        <DataTable
          caption="Shifts week by week"
          captionHidden
          columns={columns}
          rows={weeks.slice(0, shown)}
          rowKey={({ week_of }) => week_of}
        />
      )}
      {weeks.length > shown && (
        <Button variant="secondary" small onClick={() => setShown(weeks.length)}>
          Show all {weeks.length} weeks
        </Button>
      )}
    </>
  )
}

const columns: Column<RotaWeek>[] = [
  { header: 'Week of', rowHeader: true, cell: ({ week_of }) => formatShortDate(week_of) },
  {
    header: 'Shifts',
    cell: ({ shifts }) => (
      <ul className="nhsuk-list cw-rows__detail">
        {shifts.map((shift) => (
          <li key={shift.starts_at}>{shiftInWords(shift)}</li>
        ))}
      </ul>
    ),
  },
  { header: 'Hours', numeric: true, cell: ({ hours }) => formatHours(hours) },
]

function shiftInWords({ day, starts_at, ends_at, kind, note, changed }: ShiftRead): string {
  const times = `${clock.format(new Date(starts_at))} to ${clock.format(new Date(ends_at))}`
  const what = kind === 'learning' ? `, ${note ?? 'learning'}` : note ? ` (${note})` : changed ? ' (changed)' : ''
  return `${weekday.format(new Date(`${day}T00:00:00Z`))}: ${times}${what}`
}
