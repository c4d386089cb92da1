import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { settingKindName } from '@/api/host-words'
import { allItems, byCursor } from '@/api/pages'
import type { SettingSummary } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { counted } from '@/lib/numbers'

export function SettingsOfOrganisation({ organisationId }: { organisationId: string }) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/placements/v1/settings',
    { params: { query: { organisation_id: organisationId } } },
    byCursor,
  )
  return (
    <Loaded query={query}>
      {(data) => {
        const settings = allItems(data)
        if (settings.length === 0) return <p className="cw-muted">No setting of this organisation is here to see.</p>
        return (
          <>
            <DataTable
              caption="Settings"
              captionHidden
              columns={columns}
              rows={settings}
              rowKey={(setting) => setting.id}
            />
            <LoadMore query={query} shown={counted(settings.length, 'setting')} />
          </>
        )
      }}
    </Loaded>
  )
}

const columns: Column<SettingSummary>[] = [
  {
    header: 'Setting',
    rowHeader: true,
    cell: ({ id, name }) => (
      <Link to="/settings/$settingId" params={{ settingId: id }}>
        {name}
      </Link>
    ),
  },
  { header: 'Kind', cell: ({ kind }) => settingKindName(kind) },
  { header: 'Postcode', unbroken: true, cell: ({ postcode }) => postcode },
  { header: 'Age', unbroken: true, cell: ({ minimum_age }) => `${minimum_age} and over` },
]
