import type {
  Adjustment,
  OrganisationKind,
  PolicyComparison,
  PolicyTopic,
  SettingKind,
  SettingRead,
  WorkingTimeRead,
} from '@/api/placements.gen'
import { settingKindNames } from '@/api/words'
import { keysOf } from '@/lib/keys-of'
import { counted, formatHours } from '@/lib/numbers'

/** What placements-api says about hosts, in words for people. */

export const organisationKindNames: Record<OrganisationKind, string> = {
  acute_trust: 'Acute trust',
  community_health_trust: 'Community health trust',
  mental_health_trust: 'Mental health trust',
  primary_care: 'Primary care',
  local_authority: 'Local authority',
  residential_care: 'Residential care',
  home_care: 'Home care',
  hospice: 'Hospice',
  voluntary: 'Voluntary organisation',
  training_provider: 'Training provider',
  apprenticeship_training_agency: 'Apprenticeship training agency',
  awarding_organisation: 'Awarding organisation',
}

export function settingKindName(kind: SettingKind): string {
  return sentence(settingKindNames[kind])
}

/** As choices for a form. */
export const settingKindOptions = keysOf(settingKindNames).map((kind) => ({
  value: kind,
  label: settingKindName(kind),
}))

export const clearanceNames: Record<string, string> = {
  dbs_enhanced: 'Enhanced DBS check',
  right_to_work: 'Right to work',
  occupational_health: 'Occupational health',
  mandatory_training: 'Mandatory training',
  driving_licence: 'Driving licence',
  car: 'Use of a car',
}

/** As choices for a form; which vaccination it is, is typed in a field of its own. */
export const clearanceKindNames: Record<string, string> = { ...clearanceNames, vaccination: 'A vaccination' }

/** Whether what was typed can name a vaccination. */
export function isVaccination(name: string): boolean {
  return /^vaccination:[a-z][a-z0-9_]{1,39}$/.test(vaccinationCode(name))
}

/** "Hepatitis B" as "vaccination:hepatitis_b" */
export function vaccinationCode(name: string): string {
  return `vaccination:${name.toLowerCase().replaceAll(/[\s-]+/g, '_')}`
}

export const settingAdjustmentNames: Record<Adjustment, string> = {
  step_free_access: 'Step-free access',
  no_lifting: 'No lifting',
  quiet_space: 'A quiet space',
  hearing_support: 'Support with hearing',
  sight_support: 'Support with sight',
  regular_breaks: 'Regular breaks',
}

export function clearanceName(code: string): string {
  const [kind, name = ''] = code.split(':')
  return kind === 'vaccination' ? `Vaccination: ${name.replaceAll('_', ' ')}` : (clearanceNames[code] ?? code)
}

export const policyTopicNames: Record<PolicyTopic, string> = {
  pay: 'Pay',
  shifts: 'Shifts',
  vaccination: 'Vaccination',
  lone_working: 'Lone working',
  travel_expenses: 'Travel expenses',
  uniform: 'Uniform',
  sickness: 'Sickness',
  induction: 'Induction',
}

type Verdict = PolicyComparison['topics'][number]['verdict']

export const verdictNames: Record<Verdict, string> = {
  different: 'They differ',
  incomplete: 'Not all written',
  same: 'The same',
}

const weekdayNames = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** "4 days on, 4 days off: 12 hours from 07:30" */
export function shiftsInWords(pattern: SettingRead['shift_pattern']): string {
  switch (pattern.kind) {
    case 'fixed_week':
      return `${weekdaysInWords(pattern.weekdays)}, ${pattern.starts_at} to ${pattern.ends_at}`
    case 'rolling':
      return `${counted(pattern.days_on, 'day')} on, ${counted(pattern.days_off, 'day')} off: ${formatHours(pattern.shift_hours)} from ${pattern.starts_at}`
    case 'rota':
      return `By rota between ${pattern.earliest_start} and ${pattern.latest_end}${pattern.weekends ? ', weekends too' : ', no weekends'}`
  }
}

function weekdaysInWords(days: readonly number[]): string {
  if (days.join('') === '12345') return 'Monday to Friday'
  return days.map((day) => weekdayNames[day]).join(', ')
}

/** "38.5 hours in a full week, with weekends" */
export function workingTimeInWords({ weekly_hours, evenings, nights, weekends }: WorkingTimeRead): string {
  const unsocial = [evenings && 'evenings', nights && 'nights', weekends && 'weekends'].filter((word) => word !== false)
  const times = unsocial.length > 0 ? `, with ${new Intl.ListFormat('en-GB').format(unsocial)}` : ', by day on weekdays'
  return `${formatHours(weekly_hours)} in a full week${times}`
}

/** "care_certificate" as "Care certificate" */
export function codeInWords(code: string): string {
  return sentence(code.replaceAll('_', ' '))
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
