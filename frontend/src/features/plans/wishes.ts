import * as v from 'valibot'
import type { PlanningSettingsRead, PlanningWishes } from '@/api/placements.gen'
import { wholeNumber } from '@/components/ui/form/fields'
import { initialRows, nestRows } from '@/components/ui/form/row-values'
import { keysOf } from '@/lib/keys-of'

type Weight = keyof PlanningWishes['weights']

/** What each weight counts, in words. */
export const weightWords: Record<Weight, { name: string; meaning: string }> = {
  preference: {
    name: 'Liked kinds of setting',
    meaning: 'Points for each rank below the favourite kind, in each block.',
  },
  travel: { name: 'Travel', meaning: 'Points for each hour of travel.' },
  long_travel: {
    name: 'Long journeys',
    meaning: 'Points on top for each hour beyond a comfortable journey.',
  },
  fairness: { name: 'Fairness', meaning: 'Times the points of the apprentice who is worst off.' },
  company: {
    name: 'Company',
    meaning: 'Points for each week in which somebody is the only apprentice in a setting.',
  },
  early_evidence: {
    name: 'Scarce evidence early',
    meaning: 'Points for each scarce criterion and each block that it has to wait.',
  },
  moved: {
    name: 'Staying put',
    meaning: 'Points for each block that differs from the plan in force, if there is one.',
  },
}

export const neverTwiceNames = { setting: 'The same setting', host: 'The same host', kind: 'The same kind of setting' }
export const shiftNames = { evenings: 'Evenings', nights: 'Nights', weekends: 'Weekends' }

const points = wholeNumber('Enter points from 0 to 1000; 0 turns the wish off', 0, 1000)
const one = <Code extends string>(names: Record<Code, string>) => v.array(v.picklist(keysOf(names)))

export const wishesSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => nestRows(values, ['scarce'])),
  v.object({
    preference: points,
    travel: points,
    long_travel: points,
    fairness: points,
    company: points,
    early_evidence: points,
    moved: points,
    comfortable_minutes: wholeNumber('Enter minutes from 0 to 300', 0, 300),
    travel_limit_minutes: wholeNumber('Enter minutes from 1 to 300', 1, 300),
    solve_seconds: wholeNumber('Enter seconds from 1 to 900', 1, 900),
    never_twice: one(neverTwiceNames),
    paid_shifts: one(shiftNames),
    scarce: v.record(
      v.string(),
      v.object({
        qualification: v.pipe(v.string(), v.nonEmpty('Enter the code of the qualification')),
        criteria: v.pipe(
          v.string(),
          v.nonEmpty('Enter the numbers of its criteria'),
          v.transform((text) =>
            text
              .split(',')
              .map((number) => number.trim())
              .filter(Boolean),
          ),
        ),
      }),
    ),
  }),
)

export function toWishes({ scarce, ...typed }: v.InferOutput<typeof wishesSchema>): PlanningWishes {
  const { preference, travel, long_travel, fairness, company, early_evidence, moved, ...others } = typed
  return {
    ...others,
    weights: { preference, travel, long_travel, fairness, company, early_evidence, moved },
    scarce_criteria: Object.values(scarce),
  }
}

export function initialOf(settings: PlanningSettingsRead): Record<string, string | readonly string[]> {
  const { weights, comfortable_minutes, travel_limit_minutes, solve_seconds, never_twice, paid_shifts } = settings
  return {
    ...Object.fromEntries(keysOf(weightWords).map((weight) => [weight, String(weights[weight])])),
    comfortable_minutes: String(comfortable_minutes),
    travel_limit_minutes: String(travel_limit_minutes),
    solve_seconds: String(solve_seconds),
    never_twice,
    paid_shifts,
    ...initialRows(
      'scarce',
      settings.scarce_criteria.map(({ qualification, criteria }) => ({ qualification, criteria: criteria.join(', ') })),
    ),
  }
}
