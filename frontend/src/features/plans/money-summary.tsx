import { queries } from '@/api/client'
import type { CohortCosts, CostLineRead } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Loaded } from '@/components/ui/query/loaded'
import { counted, formatCount, formatMoney } from '@/lib/numbers'

type Share = CohortCosts['hosts'][number]

/** What the plan in force comes to in money, line by line, and how much of it each host has. */
export function MoneySummary({ cohortId }: { cohortId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/cohorts/{cohort_id}/costs', {
    params: { path: { cohort_id: cohortId } },
  })
  return (
    <Loaded query={query}>
      {({ apprentices, known_total_pence, lines, hosts }) => (
        <>
          {apprentices === 0 ? (
            <p className="cw-muted">Costs are counted from placements of a published plan. There are none yet.</p>
          ) : lines.length === 0 ? (
            <p className="cw-muted">The programme has no funding lines yet.</p>
          ) : (
            <>
              <p>{totalInWords(known_total_pence, apprentices, lines)}</p>
              <DataTable
                caption="Who pays what"
                columns={lineColumns}
                rows={lines}
                rowKey={({ payer, purpose }) => `${payer} ${purpose}`}
              />
            </>
          )}
          {hosts.length > 0 && (
            <>
              <h3 className="cw-card__subtitle">Shares of the hosts</h3>
              <DataTable
                caption="Weeks of apprentices at each host"
                captionHidden
                columns={shareColumns}
                rows={hosts}
                rowKey={({ organisation_id }) => organisation_id}
              />
            </>
          )}
        </>
      )}
    </Loaded>
  )
}

function totalInWords(knownPence: number, apprentices: number, lines: readonly CostLineRead[]): string {
  const people = `${counted(apprentices, 'apprentice')} with placements`
  if (lines.every(({ total_pence }) => total_pence === null)) return `No amount is known yet, for ${people}.`
  const isWhole = lines.every(({ total_pence }) => total_pence !== null)
  return `${formatMoney(knownPence)} for ${people}${isWhole ? '' : '; lines without an amount are not in it'}.`
}

const lineColumns: Column<CostLineRead>[] = [
  { header: 'For', rowHeader: true, cell: ({ purpose }) => purpose },
  { header: 'Who pays', cell: ({ payer }) => payer },
  { header: 'Comes to', numeric: true, cell: ({ total_pence }) => money(total_pence) },
]

const shareColumns: Column<Share>[] = [
  { header: 'Host', rowHeader: true, cell: ({ organisation_name }) => organisation_name },
  { header: 'Weeks', numeric: true, cell: ({ apprentice_weeks }) => formatCount(apprentice_weeks) },
  { header: 'Share', numeric: true, cell: ({ percent }) => `${formatCount(percent)}%` },
]

function money(pence: number | null): string {
  return pence === null ? 'Not known' : formatMoney(pence)
}
