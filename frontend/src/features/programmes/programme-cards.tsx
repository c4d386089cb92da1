import { Link } from '@tanstack/react-router'
import type { ProgrammeSummary } from '@/api/learners.gen'
import { Tag } from '@/components/ui/tag/tag'
import { stageName } from '@/features/programmes/words'
import { formatHours } from '@/lib/numbers'

export function ProgrammeCards({ programmes }: { programmes: readonly ProgrammeSummary[] }) {
  return (
    <ul className="cw-tiles">
      {programmes.map((programme) => (
        <li key={programme.id} className="cw-card cw-tiles__tile">
          <h2 className="cw-card__title">
            <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }}>
              {programme.name}
            </Link>
          </h2>
          <p>
            <Tag tone="info">{stageName(programme.stage_of_integration)}</Tag>
          </p>
          <p>{programme.summary}</p>
          <p className="cw-muted">
            {programme.qualifications
              .map(({ title, level }) => (level ? `${title}, level ${level}` : title))
              .join('; ')}
            . {formatHours(programme.weekly_hours)} a week, of which {formatHours(programme.weekly_learning_hours)} of
            learning.
          </p>
        </li>
      ))}
    </ul>
  )
}
