import { Button } from '@/components/ui/button/button'
import { Notice } from '@/components/ui/notice/notice'
import type { PlanEdits } from '@/features/plans/use-plan-edits'

/** What a person wanted and did not get, with the way to try it again. */
export function Interrupted({ edits: { interruption, dismiss, busy } }: { edits: PlanEdits }) {
  if (!interruption) return null
  return (
    <Notice key={interruption.title} tone="attention" title={interruption.title} focused>
      <p>{interruption.text}</p>
      <div className="cw-card__actions">
        <Button small aria-disabled={busy} onClick={() => void interruption.again()}>
          Try it again
        </Button>
        <Button variant="secondary" small onClick={dismiss}>
          Leave it
        </Button>
      </div>
    </Notice>
  )
}
