import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToProgramme } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { AddCohortForm } from '@/features/cohorts/cohort-form'
import { counted } from '@/lib/numbers'

const route = getRouteApi('/signed-in/programmes/$programmeId/cohorts/new')

export function AddCohortPage() {
  const { programmeId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/learners/v1/programmes/{programme_id}', {
    params: { path: { programme_id: programmeId } },
  })
  const back = <BackToProgramme programmeId={programmeId} />
  return (
    <LoadedPage query={query} title="Open a cohort" back={back}>
      {(programme) => {
        const weeks = programme.rotation.blocks.reduce((total, { length_weeks }) => total + length_weeks, 0)
        return (
          <Page
            title="Open a cohort"
            kicker={programme.name}
            back={back}
            narrow
            lead={<p>The rotation of this programme takes {counted(weeks, 'week')}.</p>}
          >
            <AddCohortForm
              programmeId={programme.id}
              onAdded={({ id, name }) =>
                navigate({
                  to: '/cohorts/$cohortId',
                  params: { cohortId: id },
                  state: { flash: `The cohort ${name} is open: enrol its learners now` },
                })
              }
            />
          </Page>
        )
      }}
    </LoadedPage>
  )
}
