import type { AssumptionRead } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import type { PlanEdits } from '@/features/plans/use-plan-edits'

interface AssumptionsListProps {
  assumptions: readonly AssumptionRead[]
  edits: PlanEdits
  editable: boolean
}

/** What a plan takes for granted beyond what is on record. */
export function AssumptionsList({ assumptions, edits, editable }: AssumptionsListProps) {
  if (assumptions.length === 0) {
    return <p className="cw-muted">Nothing: the plan rests on what is on record.</p>
  }
  return (
    <>
      <p>Settle these with the people concerned before you publish. They change nothing on record.</p>
      <ul className="cw-rows">
        {assumptions.map(({ id, sentence }) => (
          <li key={id} className="cw-rows__row cw-rows__row--wide">
            <span>{sentence}</span>
            {editable && (
              <Button
                variant="secondary"
                small
                aria-disabled={edits.busy}
                onClick={() => void edits.removeAssumption(id, sentence)}
              >
                Remove <span className="nhsuk-u-visually-hidden">: {sentence}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
