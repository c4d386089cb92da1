import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import type { OrganisationKind } from '@/api/placements.gen'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { Loaded } from '@/components/ui/query/loaded'
import { Choice } from '@/features/policies/comparison-choice'
import { Comparison } from '@/features/policies/policy-comparison'

const route = getRouteApi('/signed-in/policies')
/** They host nobody, so there is nothing of theirs to compare. */
const notHosts = new Set<OrganisationKind>([
  'training_provider',
  'apprenticeship_training_agency',
  'awarding_organisation',
])

export function ComparePoliciesPage() {
  const { organisations: chosen } = route.useSearch()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/organisations', { params: { query: { limit: 100 } } })
  return (
    <Page
      title="Compare policies"
      back={<Breadcrumbs steps={[{ label: 'Organisations', link: { to: '/organisations' } }]} />}
      lead={<p>What differs stands first: settle it before a programme starts.</p>}
    >
      <Loaded query={query}>
        {({ items }) => {
          const hosts = items.filter(({ kind }) => !notHosts.has(kind)).slice(0, 20)
          const ids = chosen ?? hosts.map(({ id }) => id)
          return (
            <>
              <Choice
                organisations={hosts}
                chosen={ids}
                onChange={(organisations) =>
                  void navigate({ search: { organisations }, replace: true, resetScroll: false })
                }
              />
              {ids.length > 0 && <Comparison organisationIds={ids} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
