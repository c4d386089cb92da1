import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { RotaDayForm } from '@/features/placements/rota-day-form'

const route = getRouteApi('/signed-in/placements/$placementId/rota')

export function PlacementRotaPage() {
  const { placementId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}/rota', {
    params: { path: { placement_id: placementId } },
  })
  const back = (
    <Link to="/placements/$placementId" params={{ placementId }} className="nhsuk-back-link">
      Back to the placement
    </Link>
  )
  return (
    <LoadedPage query={query} title="Change a day of the rota" back={back}>
      {(rota) => (
        <Page title="Change a day of the rota" back={back} narrow>
          <RotaDayForm
            rota={rota}
            onSaved={() =>
              navigate({
                to: '/placements/$placementId',
                params: { placementId },
                state: { flash: 'The day is changed' },
              })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
