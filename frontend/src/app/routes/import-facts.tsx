import { useNavigate } from '@tanstack/react-router'
import { Card } from '@/components/ui/card/card'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { ImportFacts } from '@/features/fact-imports/import-facts'
import { TemplateLinks } from '@/features/fact-imports/template-links'
import { counted } from '@/lib/numbers'

export function ImportFactsPage() {
  const navigate = useNavigate()
  return (
    <Page
      title="Import travel, hours and clearances"
      back={<Breadcrumbs steps={[{ label: 'Learners', link: { to: '/learners' } }]} />}
      lead={<p>From a table, for many learners at once. You see what would change before it does.</p>}
    >
      <Card title="1. Fill in the table">
        <p>
          One row for each learner, and one more for each further clearance. Cells that are left empty change nothing.
        </p>
        <TemplateLinks />
      </Card>
      <Card title="2. Check it, then save">
        <ImportFacts
          onTaken={({ changes }) =>
            navigate({ to: '/learners', state: { flash: `${counted(changes, 'change')} saved from the table` } })
          }
        />
      </Card>
    </Page>
  )
}
