import { Link } from '@tanstack/react-router'
import { kindAndLevel, unitName, versionStateNames, versionStateTones } from '@/api/portfolio-words'
import type { QualificationRead } from '@/api/portfolio.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Tag } from '@/components/ui/tag/tag'
import { counted } from '@/lib/numbers'

const columns: Column<QualificationRead>[] = [
  {
    header: 'Qualification',
    rowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/qualifications/$qualificationId" params={{ qualificationId: id }}>
        {title}
      </Link>
    ),
  },
  { header: 'Kind', cell: (qualification) => kindAndLevel(qualification) },
  { header: 'Latest version', cell: ({ versions: [latest] }) => latest?.label ?? 'None yet' },
  {
    header: 'State',
    cell: ({ versions: [latest] }) =>
      latest && <Tag tone={versionStateTones[latest.state]}>{versionStateNames[latest.state]}</Tag>,
  },
  { header: 'In it', cell: ({ kind, versions: [latest] }) => latest && contents(kind, latest) },
]

function contents(kind: QualificationRead['kind'], version: QualificationRead['versions'][number]): string {
  return `${counted(version.unit_count, unitName(kind))}, ${counted(version.criterion_count, 'criterion', 'criteria')}`
}

export function QualificationsTable({ qualifications }: { qualifications: readonly QualificationRead[] }) {
  return (
    <DataTable caption="Qualifications" captionHidden columns={columns} rows={qualifications} rowKey={({ id }) => id} />
  )
}
