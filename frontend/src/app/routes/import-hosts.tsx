import { getRouteApi } from '@tanstack/react-router'
import { Card } from '@/components/ui/card/card'
import { Filters, FilterSelect } from '@/components/ui/filters/filters'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { ImportHosts } from '@/features/host-imports/import-hosts'
import { tables } from '@/features/host-imports/tables'
import { TemplateLinks } from '@/features/host-imports/template-links'
import { counted } from '@/lib/numbers'

const others = ['settings', 'capacity'] as const
const route = getRouteApi('/signed-in/organisations/import')

export function ImportHostsPage() {
  const { table = 'organisations' } = route.useSearch()
  const navigate = route.useNavigate()
  const { title, layout } = tables[table]
  return (
    <Page
      title="Import from a table"
      back={<Breadcrumbs steps={[{ label: 'Organisations', link: { to: '/organisations' } }]} />}
      lead={<p>Organisations, their settings and what these can take. You see what would change before it does.</p>}
    >
      <Filters label="Which table">
        <FilterSelect
          name="table"
          label="What the table is about"
          value={table === 'organisations' ? '' : table}
          all={tables.organisations.title}
          options={others.map((value) => ({ value, label: tables[value].title }))}
          onChoose={(chosen) =>
            void navigate({ search: { table: others.find((each) => each === chosen) }, replace: true })
          }
        />
      </Filters>
      <Card title={`1. Fill in the table of ${title.toLowerCase()}`}>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {layout.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <TemplateLinks table={table} />
      </Card>
      <Card title="2. Check it, then save">
        <ImportHosts
          table={table}
          onTaken={(changes) =>
            navigate({
              to: '/organisations',
              state: { flash: `${counted(changes, 'change')} saved from the table` },
            })
          }
        />
      </Card>
    </Page>
  )
}
