import * as v from 'valibot'
import { clearanceNames, isVaccination, settingAdjustmentNames, vaccinationCode } from '@/api/host-words'
import type { SettingRead, SettingUpdate } from '@/api/placements.gen'
import { sectorNames, settingKindNames } from '@/api/words'
import {
  initialPosition,
  isWholePosition,
  notWholePosition,
  positionSchemas,
  toPosition,
} from '@/components/domain/position'
import { optionalEmail, optionalText, requiredText, wholeNumber } from '@/components/ui/form/fields'
import { initialRows, nestRows } from '@/components/ui/form/row-values'
import { keysOf } from '@/lib/keys-of'

/** Between what a setting is and what the form about it holds. */

const clock = (what: string) =>
  v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, `Enter ${what} as hours and minutes, like 07:30`))
const breakMinutes = wholeNumber('Enter the unpaid break in minutes, 0 if there is none', 0, 180)
const hours = (what: string, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d+)?$/, `Enter ${what} in hours`),
    v.transform(Number),
    v.minValue(0.25, `Enter ${what} in hours`),
    v.maxValue(most, `Enter ${what} as ${most} hours or fewer`),
    v.multipleOf(0.25, `Enter ${what} to the quarter of an hour`),
  )

const shiftSchema = v.variant('kind', [
  v.object({
    kind: v.literal('fixed_week'),
    weekdays: v.pipe(v.array(v.string()), v.minLength(1, 'Choose at least one day')),
    starts_at: clock('the start'),
    ends_at: clock('the end'),
    break_minutes: breakMinutes,
  }),
  v.object({
    kind: v.literal('rolling'),
    days_on: wholeNumber('Enter the days on, from 1 to 7', 1, 7),
    days_off: wholeNumber('Enter the days off, from 1 to 14', 1, 14),
    starts_at: clock('the start'),
    shift_hours: hours('the length of a shift', 13),
    break_minutes: breakMinutes,
  }),
  v.object({
    kind: v.literal('rota'),
    weekly_hours: hours('the hours of a week', 60),
    earliest_start: clock('the earliest start'),
    latest_end: clock('the latest end'),
    weekends: v.array(v.string()),
  }),
])

export const settingSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => ({ ...nestRows(values, ['evidence', 'mentors']), shift_pattern: shiftValues(values) })),
  v.object({
    name: requiredText('Enter the name'),
    kind: v.picklist(keysOf(settingKindNames), 'Choose the kind of setting'),
    sector: v.picklist(keysOf(sectorNames), 'Choose the sector'),
    postcode: v.pipe(
      v.string(),
      v.toUpperCase(),
      v.regex(/^[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2}$/, 'Enter a full postcode, like BN11 2DH'),
    ),
    ...positionSchemas,
    minimum_age: wholeNumber('Enter the minimum age, from 14 to 25', 14, 25),
    clearances: v.array(v.string()),
    vaccinations: v.pipe(
      optionalText(),
      v.check(
        (text) => vaccinationsIn(text).every(isVaccination),
        'Enter what each is against, in letters, like hepatitis B',
      ),
    ),
    adjustments: v.array(v.picklist(keysOf(settingAdjustmentNames))),
    circumstances: v.array(v.string()),
    permitted_tasks: v.string(),
    shift_pattern: shiftSchema,
    evidence: v.record(
      v.string(),
      v.object({
        qualification: requiredText('Enter the code of the qualification', 60),
        criteria: v.pipe(
          v.string(),
          v.regex(/^\d+(\.\d+)*([\s,]+\d+(\.\d+)*)*$/, 'Enter the numbers of criteria, like 8.3, 13.3'),
        ),
      }),
    ),
    mentors: v.record(
      v.string(),
      v.object({
        name: requiredText('Enter the name of the mentor'),
        email: optionalEmail(),
        apprentices_at_once: wholeNumber('Enter how many apprentices at once, from 1 to 50', 1, 50),
      }),
    ),
    contact_name: optionalText(),
    contact_role: optionalText(),
    contact_telephone: optionalText(60),
  }),
  v.forward(v.partialCheck([['latitude'], ['longitude']], isWholePosition, notWholePosition), ['longitude']),
)

type SettingValues = v.InferOutput<typeof settingSchema>

function shiftValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const prefix = 'shift_pattern.'
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}

/** What the form does not ask is left as it is in `before`. */
export function toSetting(values: SettingValues, before?: SettingRead): SettingUpdate {
  const { latitude, longitude, vaccinations, circumstances, contact_name, contact_role, contact_telephone, ...facts } =
    values
  return {
    ...facts,
    position: toPosition({ latitude, longitude }),
    clearances: [...facts.clearances, ...vaccinationsIn(vaccinations).map(vaccinationCode)],
    adjustments: facts.adjustments.length > 0 || before?.adjustments ? facts.adjustments : null,
    lone_working: circumstances.includes('lone_working'),
    independent_travel: circumstances.includes('independent_travel'),
    permitted_tasks: lines(facts.permitted_tasks),
    shift_pattern: toShiftPattern(values.shift_pattern, before?.shift_pattern),
    evidence: Object.values(facts.evidence).map(({ qualification, criteria }) => ({
      qualification,
      criteria: criteria.split(/[\s,]+/),
    })),
    mentors: Object.values(facts.mentors).map(({ name, email, apprentices_at_once }) => ({
      name,
      email: email || null,
      apprentices_at_once,
    })),
    contact: contact_name
      ? {
          email: before?.contact?.email ?? null,
          name: contact_name,
          role: contact_role || null,
          telephone: contact_telephone || null,
        }
      : null,
  }
}

function toShiftPattern(
  values: SettingValues['shift_pattern'],
  before?: SettingRead['shift_pattern'],
): SettingUpdate['shift_pattern'] {
  switch (values.kind) {
    case 'fixed_week':
      return { ...values, weekdays: values.weekdays.map(Number) }
    case 'rolling':
      return values
    case 'rota':
      return { ...values, weekends: values.weekends.length > 0, note: before?.kind === 'rota' ? before.note : null }
  }
}

function vaccinationsIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isNamed(clearance: string): boolean {
  return clearance in clearanceNames
}

type Initial = Record<string, string | string[]>

export const initialOfNew: Initial = {
  'shift_pattern.kind': 'fixed_week',
  'shift_pattern.weekdays': ['1', '2', '3', '4', '5'],
  clearances: ['dbs_enhanced', 'right_to_work', 'occupational_health', 'mandatory_training'],
}

export function initialOf(setting: SettingRead): Initial {
  const { name, kind, sector, postcode, minimum_age, clearances, permitted_tasks, contact } = setting
  return {
    name,
    kind,
    sector,
    postcode,
    ...initialPosition(setting.position),
    minimum_age: String(minimum_age),
    clearances: clearances.filter(isNamed),
    vaccinations: clearances
      .filter((code) => !isNamed(code))
      .map((code) => code.replace('vaccination:', '').replaceAll('_', ' '))
      .join(', '),
    adjustments: setting.adjustments ?? [],
    circumstances: [
      ...(setting.lone_working ? ['lone_working'] : []),
      ...(setting.independent_travel ? ['independent_travel'] : []),
    ],
    permitted_tasks: permitted_tasks.join('\n'),
    ...initialShifts(setting.shift_pattern),
    ...initialRows(
      'evidence',
      setting.evidence.map(({ qualification, criteria }) => ({ qualification, criteria: criteria.join(', ') })),
    ),
    ...initialRows('mentors', setting.mentors ?? []),
    contact_name: contact?.name ?? '',
    contact_role: contact?.role ?? '',
    contact_telephone: contact?.telephone ?? '',
  }
}

function initialShifts(pattern: SettingRead['shift_pattern']): Initial {
  return Object.fromEntries(
    Object.entries<Parameters<typeof shiftValue>[0]>({ note: null, ...pattern }).map(([field, value]) => [
      `shift_pattern.${field}`,
      shiftValue(value),
    ]),
  )
}

function shiftValue(value: string | number | boolean | number[] | null): string | string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return value === null ? '' : String(value)
}
