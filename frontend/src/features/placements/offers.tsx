import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as v from 'valibot'
import { speaksFor } from '@/api/access'
import { api, queries } from '@/api/client'
import type { PlacementSummary } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { useSession } from '@/api/session'
import { SubmitButton } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { CheckboxesField } from '@/components/ui/form/choice-fields'
import { Form } from '@/components/ui/form/form'
import { Notice } from '@/components/ui/notice/notice'
import { apprenticeName, period, placeName } from '@/features/placements/placement-words'
import { counted } from '@/lib/numbers'

const schema = v.object({
  offers: v.pipe(v.array(v.string()), v.minLength(1, 'Choose the offers that you accept')),
})

/** Offers to one's own organisations (an employer of record also sees those to others): several are accepted at once; one is declined on its own page, with the reason. */
export function Offers() {
  const session = useSession()
  const refresh = useRefreshHosts()
  const [accepted, setAccepted] = useState(0)
  const query = queries.useQuery('get', '/api/placements/v1/placements', {
    params: { query: { state: 'offered', limit: 100 } },
  })
  const offers = (query.data?.items ?? []).filter((offer) => speaksFor(session, offer.organisation_id))
  if (offers.length === 0 && accepted === 0) return null
  return (
    <Card title="Offers to answer">
      {accepted > 0 && <Notice tone="good" title={`${counted(accepted, 'offer')} accepted`} focused />}
      {offers.length > 0 && (
        <Form
          key={accepted}
          id="offers"
          schema={schema}
          onSubmit={async (values, idempotencyKey) => {
            const chosen = offers.filter(({ id }) => values.offers.includes(id))
            await api.POST('/api/placements/v1/placements/steps', {
              params: { header: { 'idempotency-key': idempotencyKey } },
              body: { step: 'accept', placements: chosen.map(({ id, version }) => ({ id, version })) },
            })
            await refresh()
            setAccepted((count) => count + chosen.length)
          }}
        >
          <CheckboxesField
            name="offers"
            legend="Which do you accept?"
            hint="To decline one, open it: the coordinator needs the reason."
            options={offers.map((offer) => ({
              value: offer.id,
              label: `${apprenticeName(offer)}: ${placeName(offer)}`,
              hint: <OfferDetail offer={offer} />,
            }))}
          />
          <SubmitButton busyText="Accepting…">Accept those chosen</SubmitButton>
        </Form>
      )}
    </Card>
  )
}

function OfferDetail({ offer }: { offer: PlacementSummary }) {
  return (
    <>
      {offer.block_name}, {period(offer)}.{' '}
      <Link to="/placements/$placementId" params={{ placementId: offer.id }}>
        Open<span className="nhsuk-u-visually-hidden"> the placement of {apprenticeName(offer)}</span>
      </Link>
    </>
  )
}
