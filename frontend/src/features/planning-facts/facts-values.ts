import * as v from 'valibot'
import type { PlanningFactsRead, PlanningFactsUpdate, PreferencesUpdate, SettingKind } from '@/api/learners.gen'
import { adjustmentNames, firstSectorNames, travelMeansNames } from '@/api/planning-words'
import { sectorNames, settingKindNames } from '@/api/words'
import {
  initialPosition,
  isWholePosition,
  notWholePosition,
  positionSchemas,
  toPosition,
} from '@/components/domain/position'
import { isDay, optionalNumber, optionalText } from '@/components/ui/form/fields'
import { keysOf } from '@/lib/keys-of'

/** Between what is known of a learner and what the forms about it hold. */

const weeklyHours = (what: string) =>
  v.pipe(
    optionalNumber(`Enter ${what} in hours, 60 or fewer`, 0.25, 60),
    v.check((given) => given === null || Number.isInteger(given * 4), `Enter ${what} to the quarter of an hour`),
  )

/** One of the keys, or nothing. */
function optionalChoice<Key extends string>(names: Record<Key, string>) {
  return v.pipe(
    v.string(),
    v.transform((chosen) => keysOf(names).find((key) => key === chosen) ?? null),
  )
}

export const travelSchema = v.pipe(
  v.object({
    travel_means: v.array(v.picklist(keysOf(travelMeansNames))),
    travel_limit_minutes: v.pipe(
      optionalNumber('Enter the minutes of one way, from 5 to 240', 5, 240),
      v.check((given) => given === null || Number.isInteger(given), 'Enter whole minutes'),
    ),
    ...positionSchemas,
    contracted_weekly_hours: weeklyHours('the contracted hours'),
    weekly_hours_limit: weeklyHours('the limit'),
    opted_out_on: v.pipe(v.string(), v.check(isDay, 'Enter the day of the opt-out, or leave it empty')),
    first_sector: optionalChoice(firstSectorNames),
  }),
  v.forward(v.partialCheck([['latitude'], ['longitude']], isWholePosition, notWholePosition), ['longitude']),
)

export function toTravel(values: v.InferOutput<typeof travelSchema>): PlanningFactsUpdate {
  const { latitude, longitude, opted_out_on, ...facts } = values
  return { ...facts, home_position: toPosition({ latitude, longitude }), opted_out_on: opted_out_on || null }
}

export function initialOfTravel(facts: PlanningFactsRead) {
  return {
    travel_means: facts.travel_means,
    travel_limit_minutes: typed(facts.travel_limit_minutes),
    ...initialPosition(facts.home_position),
    contracted_weekly_hours: typed(facts.contracted_weekly_hours),
    weekly_hours_limit: typed(facts.weekly_hours_limit),
    opted_out_on: facts.opted_out_on,
    first_sector: facts.first_sector ?? '',
  }
}

function typed(value: number | null): string {
  return value === null ? '' : String(value)
}

const kind = optionalChoice<SettingKind>(settingKindNames)

export const preferencesSchema = v.pipe(
  v.object({
    first: kind,
    second: kind,
    third: kind,
    note: optionalText(4000),
    before: optionalChoice(sectorNames),
    now: optionalChoice(sectorNames),
  }),
  v.forward(
    v.partialCheck(
      [['first'], ['second']],
      ({ first, second }) => second === null || first !== second,
      'Choose another one as the second, or leave it open',
    ),
    ['second'],
  ),
  v.forward(
    v.partialCheck(
      [['first'], ['second'], ['third']],
      ({ first, second, third }) => third === null || (third !== first && third !== second),
      'Choose another one as the third, or leave it open',
    ),
    ['third'],
  ),
)

export function toPreferences(values: v.InferOutput<typeof preferencesSchema>): PreferencesUpdate {
  const { first, second, third, note, before, now } = values
  return {
    preferences: { setting_kinds: [first, second, third].filter((each) => each !== null), note: note || null },
    sector_of_choice: { before, now },
  }
}

export function initialOfPreferences({ preferences, sector_of_choice }: PreferencesUpdate) {
  const [first = '', second = '', third = ''] = preferences.setting_kinds ?? []
  return {
    first,
    second,
    third,
    note: preferences.note ?? '',
    before: sector_of_choice.before ?? '',
    now: sector_of_choice.now ?? '',
  }
}

export const adjustmentsSchema = v.object({
  adjustments: v.array(v.picklist(keysOf(adjustmentNames))),
  note: optionalText(4000),
})
