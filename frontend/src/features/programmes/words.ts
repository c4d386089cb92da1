import type { Block, LearningDay, ReviewSchedule, RotationPattern } from '@/api/learners.gen'
import { either, sectorNames, settingKindNames } from '@/api/words'
import { counted } from '@/lib/numbers'

export const stageNames: Record<number, string> = {
  1: 'Joint learning',
  2: 'Rotational placements',
  3: 'Integrated roles',
  4: 'Dual employers',
}

/** "Stage 2: Rotational placements" */
export function stageName(stage: number): string {
  return `Stage ${stage}: ${stageNames[stage] ?? 'unknown'}`
}

export const orderingSentences: Record<RotationPattern['ordering'], string> = {
  ordered: 'Everyone goes through these steps in this order.',
  free: 'Each apprentice goes through the placements in an order of their own.',
  half_and_half: 'Half of the cohort starts in each of the two placements; they swap at half time.',
}

export function orderingSentence(rotation: RotationPattern): string {
  return orderingSentences[rotation.ordering]
}

const locationNames: Record<Block['location'], string> = {
  home: 'at the employer of record',
  hosted: 'hosted by a partner',
  training_provider: 'at the training provider',
}

/** "Health, hosted by a partner: acute ward" */
export function blockDetail(block: Block): string {
  const place = [block.sector && sectorNames[block.sector], locationNames[block.location]].filter(Boolean).join(', ')
  const kinds = block.setting_kinds.map((kind) => settingKindNames[kind])
  const text = kinds.length > 0 ? `${place}: ${either(kinds)}` : place
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const frequencies: Record<LearningDay['frequency'], string> = {
  weekly: 'every week',
  fortnightly: 'every other week',
  monthly: 'every month',
  between_blocks: 'between placements',
}

/** "1 day every week, on Tuesday, during health placements" */
export function learningDayDetail(day: LearningDay): string {
  return [
    `${counted(day.days, 'day')} ${frequencies[day.frequency]}`,
    day.weekday && `on ${weekdays[day.weekday]}`,
    day.sector && `during ${sectorNames[day.sector].toLowerCase()} placements`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "After 2 weeks and 6 weeks of each placement, then every month." */
export function reviewSentence({
  days_after_placement_start: days,
  then_every_months: months,
}: ReviewSchedule): string {
  const points = days.map((after) => (after % 7 === 0 ? counted(after / 7, 'week') : counted(after, 'day')))
  const first = points.length > 0 ? `After ${new Intl.ListFormat('en-GB').format(points)} of each placement` : ''
  const then = months === null ? '' : `every ${months === 1 ? 'month' : `${months} months`}`
  if (first && then) return `${first}, then ${then}.`
  return first ? `${first}.` : then ? `${then.charAt(0).toUpperCase()}${then.slice(1)}.` : 'No reviews are scheduled.'
}
