import type { CohortRead } from '@/api/learners.gen'
import { formatCount } from '@/lib/numbers'

/** "6 of 8 taken", or the places alone for those who do not see the figures. */
export function placesInWords({ places, figures }: CohortRead): string {
  return figures ? `${formatCount(figures.places_taken)} of ${formatCount(places)} taken` : formatCount(places)
}
