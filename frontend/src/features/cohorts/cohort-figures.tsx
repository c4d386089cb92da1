import type { CohortRead } from '@/api/learners.gen'
import { formatCount } from '@/lib/numbers'

/** How the learners of a cohort fare, for those who may see all of them. */
export function CohortFigures({ cohort }: { cohort: CohortRead }) {
  if (!cohort.figures) return null
  const { active, on_break, completed, withdrawn, places_taken } = cohort.figures
  const free = cohort.places - places_taken
  const figures = [
    ['active', active],
    ['on a break', on_break],
    ['completed', completed],
    ['withdrawn', withdrawn],
    [free === 1 ? 'place free' : 'places free', free],
  ] as const
  return (
    <ul className="cw-figures">
      {figures.map(([name, figure]) => (
        <li key={name} className="cw-figures__figure">
          <strong>{formatCount(figure)}</strong> {name}
        </li>
      ))}
    </ul>
  )
}
