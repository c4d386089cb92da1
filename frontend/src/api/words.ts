import type {
  BreakReason,
  CaseloadRole,
  ChangeReason,
  CohortAttention,
  CohortState,
  EnrolmentAttention,
  EnrolmentState,
  Outcome,
  RecruitedAs,
  Sector,
  SettingKind,
  TransferReason,
  WithdrawalReason,
} from '@/api/learners.gen'

/** The closed lists of the services, in words for people. */

export const sectorNames: Record<Sector, string> = {
  health: 'Health',
  social_care: 'Social care',
  other: 'Other',
}

export const settingKindNames: Record<SettingKind, string> = {
  acute_ward: 'acute ward',
  community_health_team: 'community health team',
  mental_health_team: 'mental health team',
  gp_practice: 'GP practice',
  care_home: 'care home',
  day_centre: 'day centre',
  home_care: 'home care',
  hospice: 'hospice',
}

export const cohortStateNames: Record<CohortState, string> = {
  planned: 'Planned',
  running: 'Running',
  finished: 'Finished',
}

/** "a, b or c" */
export function either(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)
}

export const enrolmentStateNames: Record<EnrolmentState, string> = {
  active: 'Active',
  on_break: 'On a break',
  withdrawn: 'Withdrawn',
  completed: 'Completed',
}

export const recruitedAsNames: Record<RecruitedAs, string> = {
  new: 'New to the employer',
  existing_staff: 'Existing staff',
}

export const changeReasonNames: Record<ChangeReason, string> = {
  correction: 'Correction',
  employer_dropped_out: 'The employer dropped out',
  moved_to_another_employer: 'Moved to another employer',
  needs_more_time: 'Needs more time',
  ahead_of_plan: 'Ahead of plan',
  other: 'Another reason',
}

export const breakReasonNames: Record<BreakReason, string> = {
  health: 'Health',
  parental_leave: 'Parental leave',
  caring_for_others: 'Caring for others',
  no_placement_available: 'No placement available',
  personal: 'Personal reasons',
  other: 'Another reason',
}

export const transferReasonNames: Record<TransferReason, string> = {
  after_a_break: 'After a break',
  no_placement_available: 'No placement available',
  another_programme_suits_better: 'Another programme suits better',
  learners_wish: 'The learner’s wish',
  other: 'Another reason',
}

export const withdrawalReasonNames: Record<WithdrawalReason, string> = {
  another_job: 'Another job',
  work_did_not_suit: 'The work did not suit',
  health: 'Health',
  caring_for_others: 'Caring for others',
  personal: 'Personal reasons',
  moved_away: 'Moved away',
  pay: 'Pay',
  travel: 'Travel',
  performance: 'Performance',
  dismissed: 'Dismissed',
  made_redundant: 'Made redundant',
  placements_withdrawn_by_hosts: 'The hosts withdrew their placements',
  transferred_to_another_provider: 'Moved to another provider',
  other: 'Another reason',
  not_recorded: 'Not recorded',
}

export const outcomeNames: Record<Outcome, string> = {
  achieved: 'Achieved',
  not_achieved: 'Not achieved',
}

/** Choices for a form from words of the list above. */
export function optionsOf<Code extends string>(names: Record<Code, string>): { value: string; label: string }[] {
  return Object.entries<string>(names).map(([value, label]) => ({ value, label }))
}

interface Named {
  given_names: string
  family_name: string
  preferred_name: string | null
}

/** As colleagues know the person: "Imi Catchpole". */
export function personName({ given_names, family_name, preferred_name }: Named): string {
  return `${preferred_name ?? given_names} ${family_name}`
}

export const cohortAttentionNames: Record<CohortAttention, string> = {
  starting_with_free_places: 'Starting soon with free places',
}

export const attentionNames: Record<EnrolmentAttention, string> = {
  temporary_uln: 'Temporary ULN',
  return_overdue: 'Return from a break overdue',
  past_planned_end: 'Past the planned end',
  turning_18_soon: 'Turning 18 soon',
  clearance_missing: 'A clearance missing',
  clearance_expiring: 'A clearance ends soon',
}

export const caseloadRoleNames: Record<CaseloadRole, string> = {
  tutor: 'Tutor',
  assessor: 'Assessor',
  mentor: 'Mentor',
  line_manager: 'Line manager',
}
