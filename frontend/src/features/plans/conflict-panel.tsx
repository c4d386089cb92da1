import type { ConflictRead, RemedyRead } from '@/api/placements.gen'
import { Remedy } from '@/features/plans/broken-rules'

interface ConflictPanelProps {
  conflict: ConflictRead
  onApply?: ((remedy: RemedyRead) => void) | undefined
}

/** Why no plan keeps all rules: which ones are in each other's way, for whom, and what would help. */
export function ConflictPanel({ conflict, onApply }: ConflictPanelProps) {
  const { headline, reasons, people, minimal, remedies } = conflict
  return (
    <>
      <p>
        <strong>{headline}</strong>
      </p>
      {reasons.length > 1 && (
        <p>These cannot all hold together{minimal && ': without any one of them, the others can'}.</p>
      )}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {people.length > 0 && <p>It is about {new Intl.ListFormat('en-GB').format(people.map(({ name }) => name))}.</p>}
      <h3 className="cw-card__subtitle">The smallest changes that would help</h3>
      {remedies.length === 0 ? (
        <p className="cw-muted">Nothing that a person may change would help: these rules cannot be lifted.</p>
      ) : (
        <ul className="cw-remedies">
          {remedies.map((remedy) => (
            <li key={remedy.sentence}>
              <Remedy remedy={remedy} onApply={onApply} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
