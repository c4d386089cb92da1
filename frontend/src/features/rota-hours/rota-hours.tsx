import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import type { HoursRead } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Filters, FilterSelect } from '@/components/ui/filters/filters'
import { Loaded } from '@/components/ui/query/loaded'
import { formatMonth, monthFromToday } from '@/lib/dates'
import { counted, formatHours } from '@/lib/numbers'

const months = [6, 5, 4, 3, 2, 1, -1, -2, -3, -4, -5, -6].map(monthFromToday)

interface RotaHoursProps {
  organisationId: string
  /** This month when it is not said. */
  month: string | undefined
  onMonth: (month: string | undefined) => void
}

/** Hours on the rotas of the apprentices whom an organisation hosts, month by month, for payroll. */
export function RotaHours({ organisationId, month, onMonth }: RotaHoursProps) {
  const thisMonth = monthFromToday(0)
  const shown = months.find((known) => known === month) ?? thisMonth
  const query = queries.useQuery('get', '/api/placements/v1/rota-hours', {
    params: { query: { month: shown, organisation_id: organisationId } },
  })
  const sheet = `/api/placements/v1/rota-hours/sheet?month=${shown}&organisation_id=${organisationId}`
  return (
    <>
      <Filters label="Hours">
        <FilterSelect
          name="month"
          label="Month"
          all={`${formatMonth(thisMonth)} (this month)`}
          value={shown === thisMonth ? '' : shown}
          options={months.map((known) => ({ value: known, label: formatMonth(known) }))}
          onChoose={(value) => onMonth(value || undefined)}
        />
      </Filters>
      <Loaded query={query} lines={6}>
        {({ items }) => {
          if (items.length === 0) {
            return (
              <p className="cw-muted">
                There are no hours in {formatMonth(shown)}. They are counted from the day on which a placement is
                confirmed.
              </p>
            )
          }
          const hours = items.reduce((sum, each) => sum + each.hours, 0)
          return (
            <>
              <p>
                {formatHours(hours)} of {counted(items.length, 'apprentice')} in {formatMonth(shown)}, as on the rotas.
              </p>
              <DataTable
                caption={`Hours in ${formatMonth(shown)}`}
                captionHidden
                columns={columns}
                rows={items}
                rowKey={({ placement_id }) => placement_id}
              />
              <ul className="nhsuk-list cw-gap-above">
                <li>
                  <a href={`${sheet}&format=csv`} download>
                    Download them as CSV
                  </a>
                </li>
                <li>
                  <a href={`${sheet}&format=xlsx`} download>
                    Download them as XLSX
                  </a>
                </li>
              </ul>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const columns: Column<HoursRead>[] = [
  {
    header: 'Apprentice',
    rowHeader: true,
    cell: ({ placement_id, given_names, family_name }) => (
      <Link to="/placements/$placementId" params={{ placementId: placement_id }}>
        {[given_names, family_name].filter(Boolean).join(' ') || 'Apprentice'}
      </Link>
    ),
  },
  { header: 'Setting', cell: ({ setting_name }) => setting_name ?? 'At the employer' },
  { header: 'Shifts', numeric: true, cell: ({ shifts }) => shifts },
  { header: 'Hours', numeric: true, cell: ({ hours }) => hours },
  { header: 'Of these, learning', numeric: true, cell: ({ learning_hours }) => learning_hours },
]
