import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToProgramme, useReturnToProgramme } from '@/app/routes/ways-back'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Page } from '@/components/ui/page/page'
import { Loaded, LoadedPage } from '@/components/ui/query/loaded'
import { RequirementsForm } from '@/features/qualifications/requirements-form'

const route = getRouteApi('/signed-in/programmes/$programmeId/requirements')

export function EditRequirementsPage() {
  const { programmeId } = route.useParams()
  const returnToProgramme = useReturnToProgramme(programmeId)
  const query = queries.useQuery('get', '/api/portfolio/v1/programme-requirements/{programme_id}', {
    params: { path: { programme_id: programmeId } },
  })
  const qualifications = queries.useQuery('get', '/api/portfolio/v1/qualifications', {
    params: { query: { limit: 100 } },
  })
  const title = 'Change what the programme asks for'
  const back = <BackToProgramme programmeId={programmeId} />
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(requirements) => (
        <Page title={title} back={back} narrow>
          <Loaded query={qualifications}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No qualification to choose from">
                  <p>
                    Add one to <Link to="/qualifications">the qualifications</Link> first.
                  </p>
                </EmptyState>
              ) : (
                <RequirementsForm
                  requirements={requirements}
                  qualifications={items}
                  onSaved={() => returnToProgramme('What the programme asks for is saved')}
                />
              )
            }
          </Loaded>
        </Page>
      )}
    </LoadedPage>
  )
}
