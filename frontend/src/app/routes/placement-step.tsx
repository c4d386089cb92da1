import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { PageNotFound } from '@/app/routes/failures'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { MissingClearances } from '@/features/placements/placement-facts'
import { apprenticeName, isStep, placeName, stepWords } from '@/features/placements/placement-words'
import { StepForm } from '@/features/placements/step-form'

const route = getRouteApi('/signed-in/placements/$placementId/$step')

export function PlacementStepPage() {
  const { placementId, step } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}', {
    params: { path: { placement_id: placementId } },
  })
  if (!isStep(step)) return <PageNotFound />
  const { title } = stepWords[step]
  const back = (
    <Link to="/placements/$placementId" params={{ placementId }} className="nhsuk-back-link">
      Back to the placement
    </Link>
  )
  return (
    <LoadedPage query={query} title={title} back={back}>
      {(placement) => (
        <Page title={title} kicker={`${apprenticeName(placement)}, ${placeName(placement)}`} back={back} narrow>
          {step === 'start' && <MissingClearances placement={placement} />}
          {placement.next_steps.includes(step) ? (
            <StepForm
              placement={placement}
              step={step}
              onSaved={(flash) =>
                navigate({ to: '/placements/$placementId', params: { placementId }, state: { flash } })
              }
            />
          ) : (
            <p>This cannot be done now: look at the state and the history of the placement.</p>
          )}
        </Page>
      )}
    </LoadedPage>
  )
}
