import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import type { Journey, OwnPlacement } from '@/api/placements.gen'
import { MapLink } from '@/components/domain/map-link'
import { Card } from '@/components/ui/card/card'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { Contacts } from '@/features/placements/contacts'
import { PlacementTag } from '@/features/placements/placement-tag'
import { meansNames, period, placeName } from '@/features/placements/placement-words'
import { formatDate, today } from '@/lib/dates'

/** Where an apprentice is now and goes next, how to get there, and whom to ask. */
export function OwnPlacements() {
  const query = queries.useQuery('get', '/api/placements/v1/me/placements')
  return (
    <Loaded query={query} lines={8}>
      {({ items }) => {
        const now = items.find(isNow)
        const later = items.filter(({ starts_on }) => starts_on > today())
        const past = items.filter(({ ends_on }) => ends_on < today())
        if (items.length === 0) {
          return <p className="cw-muted">Your placements appear here as soon as your coordinator has planned them.</p>
        }
        return (
          <>
            {now && (
              <div className="cw-columns">
                <PlacementCard title="Where you are now" placement={now} />
                <Card title="Whom to ask">
                  <Contacts placementId={now.id} />
                </Card>
              </div>
            )}
            {later.map((placement, number) => (
              <PlacementCard
                key={placement.id}
                title={number === 0 ? 'Where you go next' : `From ${formatDate(placement.starts_on)}`}
                placement={placement}
              />
            ))}
            {past.length > 0 && (
              <Card title="Where you were">
                <ul className="cw-rows">
                  {past.map((placement) => (
                    <li key={placement.id} className="cw-rows__row cw-rows__row--wide">
                      <div>
                        <PlacementLink placement={placement}>{placeName(placement)}</PlacementLink>
                        <p className="cw-rows__detail">{period(placement)}</p>
                      </div>
                      <PlacementTag state={placement.state} />
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** The short form, for the home page. */
export function OwnPlacementsNow() {
  const query = queries.useQuery('get', '/api/placements/v1/me/placements')
  const shown = query.data?.items.find(isNow) ?? query.data?.items.find(({ starts_on }) => starts_on > today())
  if (!shown) return null
  return <PlacementCard title={isNow(shown) ? 'Where you are now' : 'Where you go next'} placement={shown} />
}

function isNow({ starts_on, ends_on }: OwnPlacement): boolean {
  return starts_on <= today() && ends_on >= today()
}

function PlacementCard({ title, placement }: { title: string; placement: OwnPlacement }) {
  const { position, postcode, journeys, feedback_wanted } = placement
  return (
    <Card title={title} actions={<PlacementTag state={placement.state} />}>
      <SummaryList
        facts={{
          Where: placeName(placement),
          When: period(placement),
          Mentor: placement.mentor_name,
          Postcode: postcode && (
            <>
              {postcode}
              {position && (
                <>
                  {' '}
                  <MapLink position={position} of={placeName(placement)} />
                </>
              )}
            </>
          ),
          'How long it takes': journeys.length > 0 && <Journeys journeys={journeys} />,
        }}
      />
      <p className="cw-card__foot cw-gap-above">
        <PlacementLink placement={placement}>
          {feedback_wanted ? 'Shifts, contacts, and how it is for you' : 'Shifts and contacts'}
        </PlacementLink>
      </p>
    </Card>
  )
}

function Journeys({ journeys }: { journeys: readonly Journey[] }) {
  return (
    <>
      {journeys.map(({ means, minutes, source }) => (
        <span key={means} className="cw-rows__detail">
          {meansNames[means]}: {source === 'estimate' ? 'about ' : ''}
          {minutes} minutes
          <br />
        </span>
      ))}
      {journeys.some(({ source }) => source === 'estimate') && (
        <span className="cw-muted">Estimated from the distance: try the way once before the first day.</span>
      )}
    </>
  )
}

function PlacementLink({ placement, children }: { placement: OwnPlacement; children: string }) {
  return (
    <Link to="/placements/$placementId" params={{ placementId: placement.id }}>
      {children}
    </Link>
  )
}
