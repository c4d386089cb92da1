import type { ChecklistRead } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'

type HostShare = ChecklistRead['hosts'][number]

/** Hosts for whom something changes against the plan in force. */
export function HostShares({ hosts }: { hosts: readonly HostShare[] }) {
  if (hosts.length === 0) return <p className="cw-muted">Nothing changes for any host.</p>
  return (
    <DataTable
      caption="Placements that hosts get and lose"
      captionHidden
      columns={columns}
      rows={hosts}
      rowKey={({ organisation_id }) => organisation_id}
    />
  )
}

const columns: Column<HostShare>[] = [
  { header: 'Host', rowHeader: true, cell: ({ organisation_name }) => organisation_name },
  { header: 'Gets', numeric: true, cell: ({ gains }) => gains },
  { header: 'Loses', numeric: true, cell: ({ loses }) => loses },
]
