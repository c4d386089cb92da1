import * as v from 'valibot'
import { api, queries } from '@/api/client'
import type { FeedbackRead, PlacementFeedback, Sector, FeedbackSide } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { optionsOf, sectorNames } from '@/api/words'
import { SubmitButton } from '@/components/ui/button/button'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { optionalText } from '@/components/ui/form/fields'
import { Form } from '@/components/ui/form/form'
import { SelectField } from '@/components/ui/form/select-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { sideNames } from '@/features/placements/placement-words'
import { announce } from '@/lib/announcer'
import { keysOf } from '@/lib/keys-of'

/** What was said of a placement, and the form for one's own side. */
export function Feedback({ placementId }: { placementId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/placements/{placement_id}/feedback', {
    params: { path: { placement_id: placementId } },
  })
  return (
    <Loaded query={query}>
      {(feedback) =>
        feedback.may_give ? (
          <FeedbackForm feedback={feedback} side={feedback.may_give} />
        ) : feedback.items.length > 0 ? (
          feedback.items.map((said) => <Said key={said.by} said={said} />)
        ) : (
          <p className="cw-muted">Nothing has been said yet. Both sides are asked from the start on.</p>
        )
      }
    </Loaded>
  )
}

function Said({ said }: { said: FeedbackRead }) {
  return (
    <SummaryList
      facts={{
        Who: sideNames[said.by],
        'Out of 5': said.rating,
        'Went well': said.went_well,
        'Could be better': said.to_improve,
        'Would have chosen before': said.sector_before && sectorNames[said.sector_before],
        'Would choose now': said.sector_now && sectorNames[said.sector_now],
      }}
    />
  )
}

interface Values {
  rating: number
  went_well: string
  to_improve: string
  sector_before: Sector | null
  sector_now: Sector | null
}

const ratings = { '5': '5, very good', '4': '4', '3': '3', '2': '2', '1': '1, poor' }
const sector = v.union([
  v.pipe(
    v.literal(''),
    v.transform(() => null),
  ),
  v.picklist<Sector[]>(keysOf(sectorNames)),
])
const shared = {
  rating: v.pipe(v.string('Choose from 1 to 5'), v.nonEmpty('Choose from 1 to 5'), v.transform(Number)),
  went_well: optionalText(4000),
  to_improve: optionalText(4000),
}
const schemas: Record<FeedbackSide, v.GenericSchema<unknown, Values>> = {
  apprentice: v.object({
    ...shared,
    sector_before: sector,
    sector_now: v.picklist<Sector[], string>(keysOf(sectorNames), 'Choose the sector'),
  }),
  host: v.pipe(
    v.object(shared),
    v.transform((values) => ({ ...values, sector_before: null, sector_now: null })),
  ),
}

function FeedbackForm({ feedback, side }: { feedback: PlacementFeedback; side: FeedbackSide }) {
  const refresh = useRefreshHosts()
  const said = feedback.items.find(({ by }) => by === side)
  return (
    <Form
      id={`feedback ${feedback.placement_id}`}
      schema={schemas[side]}
      initial={{ ...textsOf(said), rating: said && String(said.rating) }}
      onSubmit={async ({ went_well, to_improve, ...values }) => {
        await api.PUT('/api/placements/v1/placements/{placement_id}/feedback', {
          params: { path: { placement_id: feedback.placement_id } },
          body: { ...values, went_well: went_well || null, to_improve: to_improve || null },
        })
        await refresh()
        announce('Your feedback is saved')
      }}
    >
      <RadiosField name="rating" legend="How is it?" options={optionsOf(ratings)} />
      <TextareaField name="went_well" label="What goes well? (optional)" rows={3} />
      <TextareaField name="to_improve" label="What could be better? (optional)" rows={3} />
      {side === 'apprentice' && (
        <>
          <SelectField
            name="sector_before"
            label="Where did you want to work before this placement? (optional)"
            placeholder="I did not know"
            options={optionsOf(sectorNames)}
          />
          <SelectField
            name="sector_now"
            label="Where would you like to work now?"
            placeholder="Choose a sector"
            options={optionsOf(sectorNames)}
          />
        </>
      )}
      <p className="cw-muted">
        {side === 'apprentice' ? 'Your coordinator reads this; the host does not.' : 'Your coordinator reads this.'}
      </p>
      <SubmitButton>{said ? 'Change my feedback' : 'Give feedback'}</SubmitButton>
    </Form>
  )
}

function textsOf(said: FeedbackRead | undefined): Record<string, string | null | undefined> {
  return {
    went_well: said?.went_well,
    to_improve: said?.to_improve,
    sector_before: said?.sector_before,
    sector_now: said?.sector_now,
  }
}
