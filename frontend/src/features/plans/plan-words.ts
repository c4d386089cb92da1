import type { BoardRead, CellRef, OptionRead, ScenarioRead, ScenarioState } from '@/api/placements.gen'
import type { TagTone } from '@/components/ui/tag/tag'
import { counted, formatCount } from '@/lib/numbers'

/** What the planner says in codes and figures, in words for people. */

export const stateNames: Record<ScenarioState, string> = {
  draft: 'Draft',
  queued: 'Waiting for its turn',
  solving: 'Being planned',
  solved: 'Planned',
  no_plan: 'No plan keeps all rules',
  failed: 'Planning failed',
  cancelled: 'Planning was cancelled',
  published: 'In force',
  superseded: 'Was in force',
}

export const stateTones: Record<ScenarioState, TagTone> = {
  draft: 'neutral',
  queued: 'info',
  solving: 'info',
  solved: 'good',
  no_plan: 'attention',
  failed: 'stopped',
  cancelled: 'neutral',
  published: 'good',
  superseded: 'neutral',
}

export function isBusy({ state }: Pick<ScenarioRead, 'state'>): boolean {
  return state === 'queued' || state === 'solving'
}

/** Plans that are or were in force stay as they were agreed; changes are made in a copy. */
export function isKept({ state }: Pick<ScenarioRead, 'state'>): boolean {
  return state === 'published' || state === 'superseded'
}

export function pointsInWords(points: number | null): string {
  return points === null ? 'Nobody is placed yet' : counted(points, 'point')
}

/** "4 points more", "2 points fewer", "the same points" */
export function differenceInWords(difference: number): string {
  if (difference === 0) return 'the same points'
  return `${counted(Math.abs(difference), 'point')} ${difference > 0 ? 'more' : 'fewer'}`
}

/** "1 broken rule, 2 blocks without a place" */
export function troublesInWords({ violations, unplaced }: Pick<ScenarioRead, 'violations' | 'unplaced'>): string {
  const troubles = [
    violations > 0 && counted(violations, 'broken rule'),
    unplaced > 0 && `${counted(unplaced, 'block')} without a place`,
  ].filter((words) => words !== false)
  return troubles.length > 0 ? troubles.join(', ') : 'Keeps every rule'
}

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 })

/** How good a plan is proven to be, as a sentence. */
export function gapInWords(best: number | null, bound: number | null, gap: number | null): string {
  if (best === null) return 'No plan that keeps every rule is found yet.'
  if (bound === null || gap === null) return 'How much better a plan could be is not known yet.'
  if (gap <= 0) return 'Proven: no plan has fewer points.'
  const least = formatCount(Math.ceil(bound))
  return `Proven: no plan has fewer than ${least} points, so this one is at most ${percent.format(gap)} from the best there is.`
}

/** "23 minutes, 2 places free" */
export function optionFacts({ at, travel_minutes, free }: OptionRead): string {
  const facts = [
    travel_minutes !== null && counted(travel_minutes, 'minute'),
    at === 'setting' && free !== null && (free > 0 ? `${counted(free, 'place')} free` : 'no place free'),
  ].filter((words) => words !== false)
  return facts.join(', ')
}

/** Where the minutes of travel come from; nothing where no journey is known. */
export function travelInWords(sources: BoardRead['travel_sources']): string | undefined {
  if (!sources.includes('routing_service'))
    return sources.length > 0 ? 'Travel is estimated from distances.' : undefined
  if (!sources.includes('estimate')) return 'Travel is what the routing service says.'
  return 'Travel by car is what the routing service says, as far as it was asked; the rest is estimated from distances.'
}

export function cellKey({ enrolment_id, block }: CellRef): string {
  return `${enrolment_id} ${block}`
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
