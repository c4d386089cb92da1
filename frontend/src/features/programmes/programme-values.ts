import * as v from 'valibot'
import type {
  Block,
  LearningDay,
  ProgrammeRead,
  ProgrammeUpdate,
  RotationPattern,
  SectorRule,
} from '@/api/learners.gen'
import { sectorNames, settingKindNames } from '@/api/words'
import { optionalPounds, optionalText, quarters, requiredText, wholeNumber } from '@/components/ui/form/fields'
import { initialRows, inOrder, nestRows, rowField } from '@/components/ui/form/row-values'
import { keysOf } from '@/lib/keys-of'

/** Between what a programme is and what the forms about its parts hold. */

export type Part = Partial<ProgrammeUpdate>
type Initial = Record<string, string | string[]>
/** The rows of each list of a form, in their order. */
export type RowsOf<List extends string> = Record<List, readonly number[]>

const sector = v.picklist(keysOf(sectorNames), 'Choose the sector')
const anySector = v.pipe(
  v.picklist(['', ...keysOf(sectorNames)]),
  v.transform((chosen) => chosen || null),
)
const optionalWhole = (message: string, least: number, most: number) =>
  v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      wholeNumber(message, least, most),
    ],
    message,
  )
const paragraph = (message: string) => requiredText(message, 4000)

function withRows<Entries extends v.ObjectEntries>(lists: readonly string[], entries: Entries) {
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((values) => withStandard(nestRows(values, lists))),
    v.object(entries),
  )
}

/** The standard is whole or not there at all. */
function withStandard(values: Record<string, unknown>): Record<string, unknown> {
  const [reference, title, level] = ['reference', 'title', 'level'].map((field) => values[`standard.${field}`])
  return { ...values, standard: reference || title || level ? { reference, title, level } : null }
}

const factsEntries = {
  name: requiredText('Enter the name'),
  stage_of_integration: wholeNumber('Choose the stage of integration', 1, 4),
  summary: paragraph('Enter a summary'),
  pathway: v.picklist(keysOf(sectorNames), 'Choose the pathway'),
  qualifications: v.record(
    v.string(),
    v.object({
      title: requiredText('Enter the title of the qualification'),
      level: optionalWhole('Enter the level of the qualification, from 1 to 8, or leave it empty', 1, 8),
    }),
  ),
  standard: v.nullable(
    v.object({
      reference: v.pipe(
        v.string(),
        v.toUpperCase(),
        v.regex(/^ST\d{4}$/, 'Enter the reference of the standard, like ST0005'),
      ),
      title: requiredText('Enter the title of the standard'),
      level: wholeNumber('Enter the level of the standard, from 1 to 8', 1, 8),
    }),
  ),
  weekly_hours: quarters('Enter the weekly hours, up to 60, to the quarter of an hour', 0.25, 60),
  weekly_learning_hours: quarters('Enter the hours of learning in a week, to the quarter of an hour', 0.25, 60),
  hourly_pay: optionalPounds('Enter the hourly pay in pounds, like 7.55'),
  pay_note: optionalText(4000),
  induction: optionalText(4000),
}

const rotationEntries = {
  ordering: v.picklist(['ordered', 'free', 'half_and_half'], 'Choose the order of the blocks'),
  blocks: v.record(
    v.string(),
    v.object({
      name: requiredText('Enter the name of the block'),
      kind: v.picklist(['placement', 'induction', 'training']),
      length_weeks: wholeNumber('Enter the length in weeks, from 1 to 156', 1, 156),
      location: v.picklist(['hosted', 'home', 'training_provider']),
      sector: anySector,
      setting_kinds: v.array(v.picklist(keysOf(settingKindNames))),
    }),
  ),
}

export const factsSchema = withRows(['qualifications'], factsEntries)
export const rotationSchema = withRows(['blocks'], rotationEntries)
export const programmeSchema = withRows(['qualifications', 'blocks'], { ...factsEntries, ...rotationEntries })

export const learningSchema = withRows(['learning_days'], {
  learning_days: v.record(
    v.string(),
    v.object({
      text: requiredText('Enter what the learning day is'),
      frequency: v.picklist(['weekly', 'fortnightly', 'monthly', 'between_blocks']),
      weekday: optionalWhole('Choose a day', 1, 7),
      days: wholeNumber('Enter how many days each time, from 1 to 20', 1, 20),
      sector: anySector,
    }),
  ),
  review_days: v.pipe(
    v.string(),
    v.regex(/^(\d{1,3}([\s,]+\d{1,3})*)?$/, 'Enter days after the start of a placement, like 14, 42'),
    v.transform((typed) =>
      typed
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number),
    ),
  ),
  then_every_months: optionalWhole('Enter months from 1 to 12, or leave it empty', 1, 12),
  review_note: optionalText(400),
})

export const rulesSchema = withRows(['sector_rules', 'evidence_gaps', 'requirements'], {
  sector_rules: v.record(
    v.string(),
    v.object({
      sector,
      minimum_age: wholeNumber('Enter the minimum age, from 16 to 25', 16, 25),
      vaccination: v.picklist(['mandatory', 'voluntary']),
      working_pattern: paragraph('Enter the working pattern'),
    }),
  ),
  evidence_gaps: v.record(
    v.string(),
    v.object({
      setting_kind: v.picklist(keysOf(settingKindNames)),
      activities: requiredText('Enter what cannot be evidenced there', 4000),
    }),
  ),
  requirements: v.record(v.string(), v.object({ text: paragraph('Enter what is needed') })),
})

export const fundingSchema = withRows(['funding_lines'], {
  funding_lines: v.record(
    v.string(),
    v.object({
      payer: requiredText('Enter who pays'),
      purpose: requiredText('Enter what for'),
      amount: optionalPounds('Enter the amount in pounds, like 6800, or leave it empty'),
      per_apprentice: v.array(v.string()),
    }),
  ),
})

export function toFacts(values: v.InferOutput<typeof factsSchema>, { qualifications }: RowsOf<'qualifications'>) {
  const { name, stage_of_integration, summary, pathway, standard, weekly_hours, weekly_learning_hours } = values
  return {
    name,
    stage_of_integration,
    summary,
    pathway,
    qualifications: inOrder(qualifications, values.qualifications),
    standard,
    weekly_hours,
    weekly_learning_hours,
    hourly_pay_pence: values.hourly_pay,
    pay_note: values.pay_note || null,
    induction: values.induction || null,
  } satisfies Part
}

export function toRotation({ ordering, blocks }: v.InferOutput<typeof rotationSchema>, rows: RowsOf<'blocks'>) {
  return { rotation: { ordering, blocks: inOrder(rows.blocks, blocks) } } satisfies Part
}

export function toLearning(values: v.InferOutput<typeof learningSchema>, rows: RowsOf<'learning_days'>) {
  return {
    learning_days: inOrder(rows.learning_days, values.learning_days),
    review_schedule: {
      days_after_placement_start: values.review_days,
      then_every_months: values.then_every_months,
      note: values.review_note,
    },
  } satisfies Part
}

export function toRules(
  values: v.InferOutput<typeof rulesSchema>,
  rows: RowsOf<'sector_rules' | 'evidence_gaps' | 'requirements'>,
) {
  return {
    sector_rules: inOrder(rows.sector_rules, values.sector_rules),
    evidence_gaps: inOrder(rows.evidence_gaps, values.evidence_gaps).map(({ setting_kind, activities }) => ({
      setting_kind,
      activities: activities
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    })),
    requirements: inOrder(rows.requirements, values.requirements).map(({ text }) => text),
  } satisfies Part
}

export function toFunding(values: v.InferOutput<typeof fundingSchema>, rows: RowsOf<'funding_lines'>) {
  return {
    funding_lines: inOrder(rows.funding_lines, values.funding_lines).map(
      ({ payer, purpose, amount, per_apprentice }) => ({
        payer,
        purpose,
        amount_pence: amount,
        per_apprentice: per_apprentice.length > 0,
      }),
    ),
  } satisfies Part
}

function pounds(pence: number | null): string {
  return pence === null ? '' : (pence / 100).toFixed(2).replace('.00', '')
}

export function initialFacts(programme: ProgrammeRead): Initial {
  const { name, summary, pathway, standard, pay_note, induction } = programme
  return {
    name,
    summary,
    pathway,
    stage_of_integration: String(programme.stage_of_integration),
    ...initialRows('qualifications', programme.qualifications),
    'standard.reference': standard?.reference ?? '',
    'standard.title': standard?.title ?? '',
    'standard.level': standard ? String(standard.level) : '',
    weekly_hours: String(programme.weekly_hours),
    weekly_learning_hours: String(programme.weekly_learning_hours),
    hourly_pay: pounds(programme.hourly_pay_pence),
    pay_note: pay_note ?? '',
    induction: induction ?? '',
  }
}

export function initialRotation({ ordering, blocks }: RotationPattern): Initial {
  return {
    ordering,
    ...initialRows('blocks', blocks),
    ...Object.fromEntries(blocks.map((block, row) => [rowField('blocks', row, 'setting_kinds'), block.setting_kinds])),
  }
}

export function initialLearning({ learning_days, review_schedule: reviews }: ProgrammeRead): Initial {
  return {
    ...initialRows('learning_days', learning_days),
    review_days: reviews.days_after_placement_start.join(', '),
    then_every_months: reviews.then_every_months === null ? '' : String(reviews.then_every_months),
    review_note: reviews.note,
  }
}

export function initialRules({ sector_rules, evidence_gaps, requirements }: ProgrammeRead): Initial {
  return {
    ...initialRows('sector_rules', sector_rules),
    ...initialRows(
      'evidence_gaps',
      evidence_gaps.map(({ setting_kind, activities }) => ({ setting_kind, activities: activities.join('\n') })),
    ),
    ...initialRows(
      'requirements',
      requirements.map((text) => ({ text })),
    ),
  }
}

export function initialFunding({ funding_lines }: ProgrammeRead): Initial {
  return initialRows(
    'funding_lines',
    funding_lines.map(({ payer, purpose, amount_pence, per_apprentice }) => ({
      payer,
      purpose,
      amount: pounds(amount_pence),
      per_apprentice: per_apprentice ? 'yes' : '',
    })),
  )
}

export const blockKindNames: Record<Block['kind'], string> = {
  placement: 'Placement',
  induction: 'Induction',
  training: 'Training',
}

export const locationNames: Record<Block['location'], string> = {
  hosted: 'Hosted by a partner',
  home: 'At the employer of record',
  training_provider: 'At the training provider',
}

export const frequencyNames: Record<LearningDay['frequency'], string> = {
  weekly: 'Every week',
  fortnightly: 'Every other week',
  monthly: 'Every month',
  between_blocks: 'Between placements',
}

export const vaccinationNames: Record<SectorRule['vaccination'], string> = {
  mandatory: 'Mandatory',
  voluntary: 'Voluntary',
}
