import type { CohortRead, EnrolmentChangeRead, EnrolmentRead, LearnerRead, ProgrammeRead } from '@/api/learners.gen'
import type { OrganisationRead } from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'

/** One partnership's programme, cohorts and invented people. */

export const programme: ProgrammeRead = {
  id: uuid(20, 1),
  name: 'Coastal integrated apprenticeship',
  stage_of_integration: 2,
  qualifications: [
    { title: 'Diploma in Health and Social Care', level: 2 },
    { title: 'Care Certificate', level: null },
  ],
  standard: { reference: 'ST0005', title: 'Adult care worker', level: 2 },
  pathway: 'social_care',
  weekly_hours: 37.5,
  weekly_learning_hours: 7.5,
  hourly_pay_pence: 513,
  pay_note: 'Paid by several funders.',
  summary: 'Six months on a hospital ward and six months in a council care facility.',
  sector_rules: [
    {
      sector: 'health',
      minimum_age: 18,
      vaccination: 'mandatory',
      working_pattern: '12-hour shifts, four on and four off.',
    },
    { sector: 'social_care', minimum_age: 16, vaccination: 'voluntary', working_pattern: 'Monday to Friday, 8 to 5.' },
  ],
  rotation: {
    ordering: 'half_and_half',
    blocks: [
      {
        name: 'College induction and training',
        kind: 'induction',
        length_weeks: 2,
        location: 'training_provider',
        sector: null,
        setting_kinds: [],
      },
      {
        name: 'Apprentice health care assistant',
        kind: 'placement',
        length_weeks: 26,
        location: 'hosted',
        sector: 'health',
        setting_kinds: ['acute_ward'],
      },
      {
        name: 'Apprentice care assistant',
        kind: 'placement',
        length_weeks: 26,
        location: 'hosted',
        sector: 'social_care',
        setting_kinds: ['day_centre', 'care_home'],
      },
    ],
  },
  induction: 'A college day, then two weeks of training.',
  learning_days: [
    { text: 'College day', frequency: 'weekly', weekday: 2, days: 1, sector: 'health' },
    { text: 'Trust course', frequency: 'between_blocks', weekday: null, days: 4, sector: null },
  ],
  review_schedule: { days_after_placement_start: [14, 42], then_every_months: 1, note: '' },
  funding_lines: [
    { payer: 'County council', purpose: 'Wages', amount_pence: 680000, per_apprentice: true },
    { payer: 'Skills fund', purpose: 'Management of the programme', amount_pence: null, per_apprentice: false },
  ],
  recruitment: { applied: 40, shortlisted: 20, recruited: 8, channels: 'Open day and taster day.' },
  requirements: ['Hosts name a mentor before the placement starts.'],
  evidence_gaps: [{ setting_kind: 'community_health_team', activities: ['moving and handling', 'feeding'] }],
  story: ['One apprentice was 17 and started in social care.', 'Two found permanent posts.'],
  version: 1,
}

function cohort(number: number, name: string, changes: Partial<CohortRead>): CohortRead {
  return {
    id: uuid(21, number),
    programme_id: programme.id,
    programme_name: programme.name,
    name,
    starts_on: '2026-03-02',
    ends_on: '2027-03-14',
    state: 'running',
    places: 8,
    figures: { places_taken: 6, active: 5, on_break: 1, withdrawn: 1, completed: 0 },
    version: 1,
    ...changes,
  }
}

export const cohorts: CohortRead[] = [
  cohort(3, 'March 2027', {
    starts_on: '2027-03-01',
    ends_on: '2028-03-12',
    state: 'planned',
    figures: { places_taken: 0, active: 0, on_break: 0, withdrawn: 0, completed: 0 },
  }),
  cohort(2, 'March 2026', {}),
  cohort(1, 'March 2015', {
    starts_on: '2015-03-02',
    ends_on: '2016-03-13',
    state: 'finished',
    figures: { places_taken: 7, active: 0, on_break: 0, withdrawn: 1, completed: 7 },
  }),
]

export const organisations: OrganisationRead[] = (
  [
    ['Coastal Apprenticeship Agency', 'apprenticeship_training_agency', 'other'],
    ['Coastal Hospitals Trust', 'acute_trust', 'health'],
    ['County Council', 'local_authority', 'social_care'],
    ['Harbour College', 'training_provider', 'other'],
  ] as const
).map(([name, kind, sector], index) => ({
  id: uuid(22, index + 1),
  name,
  kind,
  sector,
  postcode: 'BN11 2DH',
  ods_code: null,
  cqc_provider_id: null,
  ukprn: null,
  employer_id: null,
  version: 1,
}))

const people = [
  ['Joss', 'Holloway', '2006-11-04'],
  ['Imogen', 'Catchpole', '2007-05-03'],
  ['Tariq', 'Mbeki', '2001-01-19'],
  ['Elin', 'Prosser', '1998-08-30'],
  ['Owen', 'Tremlett', '2005-02-11'],
  ['Saffron', 'Okafor', '2004-12-24'],
  ['Dewi', 'Langridge', '2003-06-17'],
] as const

export function createEnrolments(): EnrolmentRead[] {
  return people.map(([given_names, family_name], index) => ({
    id: uuid(23, index + 1),
    learner_id: uuid(6, index + 1),
    given_names,
    family_name,
    preferred_name: index === 1 ? 'Imi' : null,
    uln_is_temporary: index === 2,
    cohort_id: uuid(21, 2),
    cohort_name: 'March 2026',
    programme_id: programme.id,
    programme_name: programme.name,
    employer_organisation_id: uuid(22, 1),
    employer_name: 'Coastal Apprenticeship Agency',
    recruited_as: 'new',
    started_on: '2026-03-02',
    planned_end_on: '2027-03-14',
    state: index === 4 ? 'on_break' : index === 6 ? 'withdrawn' : 'active',
    break_started_on: index === 4 ? '2026-08-03' : null,
    return_expected_on: index === 4 ? '2026-10-05' : null,
    ended_on: index === 6 ? '2026-06-12' : null,
    withdrawal_reason: index === 6 ? 'another_job' : null,
    outcome: null,
    version: 1,
  }))
}

export function learnerOf(enrolment: EnrolmentRead): LearnerRead {
  const number = people.findIndex(([, family_name]) => family_name === enrolment.family_name)
  return {
    id: enrolment.learner_id,
    given_names: enrolment.given_names,
    family_name: enrolment.family_name,
    preferred_name: enrolment.preferred_name,
    date_of_birth: people[number]?.[2] ?? '2005-01-01',
    sex: 'F',
    ethnicity: 31,
    uln: enrolment.uln_is_temporary ? '9999999999' : '1000000043',
    uln_is_temporary: enrolment.uln_is_temporary,
    email: `${enrolment.given_names}.${enrolment.family_name}@example.org`.toLowerCase(),
    phone: '01903 555019',
    home_postcode: 'BN11 2DH',
    enrolments: [enrolment],
    version: 1,
  }
}

export function startOf(enrolment: EnrolmentRead): EnrolmentChangeRead {
  return {
    id: uuid(24, 1),
    kind: 'started',
    effective_on: enrolment.started_on,
    reason: null,
    note: null,
    before: {},
    after: {},
    actor: `person:${uuid(3, 1)}`,
    recorded_at: '2026-02-20T10:15:00Z',
  }
}
