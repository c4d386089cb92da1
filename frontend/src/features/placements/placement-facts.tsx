import { Link } from '@tanstack/react-router'
import { clearanceName } from '@/api/host-words'
import type { PlacementRead } from '@/api/placements.gen'
import { Notice } from '@/components/ui/notice/notice'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { period, placeName, stepTaken, stepWords } from '@/features/placements/placement-words'
import { formatDate } from '@/lib/dates'

export function PlacementFacts({ placement }: { placement: PlacementRead }) {
  const before = ['proposed', 'offered'].includes(placement.state)
  return (
    <SummaryList
      facts={{
        Where: placeName(placement),
        When: period(placement),
        Block: placement.block_name,
        Mentor: placement.mentor_name,
        Reason: placement.reason,
        'Offer due by': before ? formatDate(placement.offer_due_on) : null,
        'Rota due by':
          placement.setting_id && !placement.rota_published_on && !before ? formatDate(placement.rota_due_on) : null,
        'Rota published': placement.rota_published_on && formatDate(placement.rota_published_on),
      }}
    />
  )
}

/** What keeps the apprentice from starting, as things stand. */
export function MissingClearances({ placement }: { placement: PlacementRead }) {
  if (placement.clearances_missing.length === 0) return null
  return (
    <Notice tone="attention" title="Not all clearances cover this placement">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {placement.clearances_missing.map(({ code, words }) => (
          <li key={code}>
            {clearanceName(code)}: {words}
          </li>
        ))}
      </ul>
      <p>It cannot start before they are recorded.</p>
    </Notice>
  )
}

export function NextSteps({ placement }: { placement: PlacementRead }) {
  return (
    <ul className="cw-actions">
      {placement.next_steps.map((step) => (
        <li key={step}>
          <Link to="/placements/$placementId/$step" params={{ placementId: placement.id, step }}>
            {stepWords[step].link}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const takenBy: Record<string, string> = { coordinator: 'by the coordinator', host: 'by the host', plan: 'by the plan' }

/** What happened to a placement, the latest first. */
export function PlacementHistory({ placement }: { placement: PlacementRead }) {
  return (
    <ol className="cw-history">
      {placement.steps.toReversed().map((step) => (
        <li key={step.recorded_at + step.step} className="cw-history__entry">
          <p className="cw-history__what">
            <strong>{stepTaken(step.step)}</strong> <span>{formatDate(step.taken_on)}</span>
          </p>
          {step.reason && <p className="cw-history__note">{step.reason}</p>}
          <p className="cw-muted">{takenBy[step.by]}</p>
        </li>
      ))}
    </ol>
  )
}
