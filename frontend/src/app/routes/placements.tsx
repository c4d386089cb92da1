import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { can } from '@/api/access'
import { useSession } from '@/api/session'
import { Card } from '@/components/ui/card/card'
import { Page } from '@/components/ui/page/page'
import { OwnCalendar } from '@/features/placements/calendar-address'
import { Offers } from '@/features/placements/offers'
import { OwnPlacements } from '@/features/placements/own-placements'
import { PlacementNeeds } from '@/features/placements/placement-needs'
import { type PlacementSearch, PlacementsList } from '@/features/placements/placements-list'

const route = getRouteApi('/signed-in/placements')

export function PlacementsPage() {
  const session = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (part: PlacementSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  if (!can(session, 'see placements')) {
    return (
      <Page title="My placements">
        <OwnPlacements />
        <Card title="In your own calendar">
          <OwnCalendar />
        </Card>
      </Page>
    )
  }
  return (
    <Page title="Placements" lead={<p>Who is where and who comes next, from the published plans.</p>}>
      {can(session, 'answer offers') && <Offers />}
      {can(session, 'see placement needs') && (
        <Card title="What placements wait for">
          <PlacementNeeds />
        </Card>
      )}
      <Card title="All placements">
        <PlacementsList search={search} onSearch={change} />
      </Card>
    </Page>
  )
}
