import type { RemedyRead, ViolationRead } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { ConflictIcon } from '@/features/plans/board-icons'

interface BrokenRulesProps {
  violations: readonly ViolationRead[]
  /** Left out where nothing may be changed. */
  onApply?: ((remedy: RemedyRead) => void) | undefined
  /** Only the sentences: what would help is said elsewhere. */
  plain?: boolean
}

/** Rules that are broken, each in a sentence, with what would put it right. */
export function BrokenRules({ violations, onApply, plain }: BrokenRulesProps) {
  return (
    <ul className="cw-broken">
      {violations.map((violation) => (
        <li key={`${violation.rule} ${violation.sentence}`} className="cw-broken__rule">
          <ConflictIcon />
          <div>
            <p className="cw-broken__sentence">{violation.sentence}</p>
            {!plain && violation.remedy && <Remedy remedy={violation.remedy} onApply={onApply} />}
            {!plain && !violation.remedy && <p className="cw-rows__detail">Nobody may lift this rule.</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

interface RemedyProps {
  remedy: RemedyRead
  action?: string
  onApply?: ((remedy: RemedyRead) => void) | undefined
}

/** Changes that would put things right, with the one action that makes them all. */
export function Remedy({ remedy, action = 'Apply', onApply }: RemedyProps) {
  return (
    <div className="cw-remedy">
      <p className="cw-remedy__sentence">
        {remedy.sentence}
        {remedy.verified && <span className="cw-remedy__proof"> With it, a plan that keeps every rule exists.</span>}
      </p>
      {onApply && (
        <Button variant="secondary" small onClick={() => onApply(remedy)}>
          {action} <span className="nhsuk-u-visually-hidden">: {remedy.sentence}</span>
        </Button>
      )}
    </div>
  )
}
