import { Link } from '@tanstack/react-router'
import { organisationKindNames } from '@/api/host-words'
import type { OrganisationRead } from '@/api/placements.gen'
import { sectorNames } from '@/api/words'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'

export function OrganisationsTable({ organisations }: { organisations: readonly OrganisationRead[] }) {
  return (
    <DataTable
      caption="Organisations"
      captionHidden
      columns={columns}
      rows={organisations}
      rowKey={(organisation) => organisation.id}
    />
  )
}

const columns: Column<OrganisationRead>[] = [
  {
    header: 'Organisation',
    rowHeader: true,
    cell: ({ id, name }) => (
      <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
        {name}
      </Link>
    ),
  },
  { header: 'Kind', cell: ({ kind }) => organisationKindNames[kind] },
  { header: 'Sector', cell: ({ sector }) => sectorNames[sector] },
  { header: 'Postcode', unbroken: true, cell: ({ postcode }) => postcode ?? 'Not given' },
]
