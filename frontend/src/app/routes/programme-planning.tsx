import { getRouteApi } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { BackToProgramme, useReturnToProgramme } from '@/app/routes/ways-back'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { WishesForm } from '@/features/plans/wishes-form'

const route = getRouteApi('/signed-in/programmes/$programmeId/planning')

export function ProgrammePlanningPage() {
  const { programmeId } = route.useParams()
  const returnToProgramme = useReturnToProgramme(programmeId)
  const query = queries.useQuery('get', '/api/placements/v1/programmes/{programme_id}/planning-settings', {
    params: { path: { programme_id: programmeId } },
  })
  const back = <BackToProgramme programmeId={programmeId} />
  return (
    <LoadedPage query={query} title="How this programme is planned" back={back}>
      {(settings) => (
        <Page
          title="How this programme is planned"
          back={back}
          narrow
          lead={
            <p>
              Rules are always kept. Among plans that keep them, the one with the fewest points is the best; here you
              say what costs how many.
            </p>
          }
        >
          <WishesForm settings={settings} onSaved={() => returnToProgramme('How the programme is planned is saved')} />
        </Page>
      )}
    </LoadedPage>
  )
}
