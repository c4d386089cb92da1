import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { evidencedInNames, unitName } from '@/api/portfolio-words'
import type {
  CriterionProgress,
  LearnerRequirementsRead,
  QualificationProgress,
  UnitProgress,
} from '@/api/portfolio.gen'
import { Card } from '@/components/ui/card/card'
import { Tag } from '@/components/ui/tag/tag'
import { counted } from '@/lib/numbers'

interface ProgressProps {
  requirements: LearnerRequirementsRead
  /** Leaves out what may be shown elsewhere. */
  placementOnly: boolean
}

/** What is met and what is missing, qualification by qualification. */
export function LearnerProgress({ requirements, placementOnly }: ProgressProps) {
  return requirements.qualifications.map((qualification) => (
    <Card key={qualification.version_id} title={qualification.title} actions={<Reading of={qualification} />}>
      <Overall qualification={qualification} />
      {qualification.units.map((unit) => (
        <UnitDetails key={unit.number} unit={unit} placementOnly={placementOnly} />
      ))}
    </Card>
  ))
}

function Reading({ of: { qualification_id, kind } }: { of: QualificationProgress }) {
  return (
    <Link to="/qualifications/$qualificationId" params={{ qualificationId: qualification_id }}>
      Read its {unitName(kind)}s
    </Link>
  )
}

/** How much of a qualification is done, in words and as a bar. */
export function Overall({ qualification }: { qualification: QualificationProgress }) {
  const id = useId()
  const { met_count, criterion_count, placement_missing_count } = qualification
  return (
    <>
      <p id={id} className="cw-progress__label">
        <strong>
          {met_count} of {counted(criterion_count, 'criterion', 'criteria')}
        </strong>{' '}
        met. {placement_missing_count === 0 ? 'None' : placement_missing_count} of those missing{' '}
        {placement_missing_count === 1 ? 'belongs' : 'belong'} in a placement.
      </p>
      <progress className="cw-progress" aria-labelledby={id} value={met_count} max={Math.max(criterion_count, 1)} />
    </>
  )
}

function UnitDetails({ unit, placementOnly }: { unit: UnitProgress; placementOnly: boolean }) {
  const outcomes = unit.outcomes
    .map(({ title, criteria }) => ({
      title,
      criteria: criteria.filter((each) => !placementOnly || (each.evidenced_in === 'placement' && !each.met)),
    }))
    .filter(({ criteria }) => criteria.length > 0)
  if (outcomes.length === 0) return null
  return (
    <details className="cw-details" open={placementOnly}>
      <summary className="cw-details__summary">
        <span className="cw-details__title">
          {unit.number}. {unit.title}
        </span>
        <span className="cw-muted">
          {unit.met_count} of {unit.criterion_count} met
        </span>
      </summary>
      {outcomes.map(({ title, criteria }) => (
        <ul key={title} className="cw-criteria">
          {criteria.map((criterion) => (
            <CriterionRow key={criterion.number} criterion={criterion} />
          ))}
        </ul>
      ))}
    </details>
  )
}

function CriterionRow({ criterion: { number, text, met, evidenced_in } }: { criterion: CriterionProgress }) {
  return (
    <li className="cw-criteria__row">
      <span className="cw-criteria__number">{number}</span>
      <span className="cw-criteria__text">
        {text} <span className="cw-muted">{evidencedInNames[evidenced_in]}</span>
      </span>
      <Tag tone={met ? 'good' : 'attention'}>{met ? 'Met' : 'Missing'}</Tag>
    </li>
  )
}
