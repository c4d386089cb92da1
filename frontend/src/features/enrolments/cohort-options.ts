import type { CohortRead } from '@/api/learners.gen'
import { formatDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

/** Cohorts that one can still join: "March 2027, Suffolk (3 places free)". */
export function cohortOptions(cohorts: readonly CohortRead[]) {
  return cohorts
    .filter(({ state }) => state !== 'finished')
    .map((cohort) => ({ value: cohort.id, label: `${cohort.name}, ${cohort.programme_name}${freePlaces(cohort)}` }))
}

function freePlaces({ places, figures }: CohortRead): string {
  return figures ? ` (${counted(Math.max(places - figures.places_taken, 0), 'place')} free)` : ''
}

export function cohortDates(cohort: CohortRead | undefined): string {
  return cohort
    ? `The cohort runs from ${formatDate(cohort.starts_on)} to ${formatDate(cohort.ends_on)}: choose a day within.`
    : 'A day on which the chosen cohort runs.'
}
