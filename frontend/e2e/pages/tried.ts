import { inDays, programmeNames } from './crossway'
import { firstOf, send } from './records'
import { expect, type Page } from './test'

/** A cohort that no other test plans: one apprentice, whose first placement begins today, and room for them. */
interface Tried {
  cohortId: string
  learnerId: string
  apprentice: string
}

/** Opens the cohort in Coastal West Sussex as its coordinator, who is signed in. */
export async function openTriedCohort(page: Page, mark: string): Promise<Tried> {
  const programme = await firstOf(
    page,
    '/api/learners/v1/programmes',
    ({ name }) => name === programmeNames['Coastal West Sussex'],
  )
  await copySetting(page, 'Stroke ward', `Tried ward ${mark}`)
  // One of them closes; there is another to go to, whoever else is planned meanwhile.
  await copySetting(page, 'Residential home in Chichester', `Tried home ${mark}`)
  await copySetting(page, 'Residential home in Chichester', `Tried house ${mark}`)
  // Two weeks of induction come before the first placement.
  const starts_on = inDays(-14)
  const cohort = await send(page, 'POST', '/api/learners/v1/cohorts', {
    programme_id: programme.id,
    name: `Tried ${mark}`,
    starts_on,
    ends_on: inDays(54 * 7 - 14 - 1),
    places: 1,
  })
  const employer = await firstOf(
    page,
    '/api/placements/v1/organisations?limit=100',
    ({ kind }) => kind === 'apprenticeship_training_agency',
  )
  const family_name = `Yarrow ${mark.replace(/[^0-9]/g, '')}`
  const enrolment = await send(page, 'POST', '/api/learners/v1/enrolments', {
    cohort_id: cohort.id,
    employer_organisation_id: employer.id,
    started_on: starts_on,
    learner: {
      kind: 'new',
      given_names: 'Tried',
      family_name,
      date_of_birth: '2000-05-03',
      sex: 'F',
      uln: '9999999999',
    },
  })
  const learner = `/api/learners/v1/learners/${enrolment.learner_id ?? ''}`
  await send(page, 'PUT', `${learner}/planning-facts`, { first_sector: 'health', travel_means: ['car'] }, 0)
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/placements/v1/cohorts/${cohort.id}`)
      return answer.ok() && ((await answer.json()) as { people: number }).people
    })
    .toBe(1)
  return { cohortId: cohort.id, learnerId: enrolment.learner_id ?? '', apprentice: `Tried ${family_name}` }
}

async function copySetting(page: Page, model: string, name: string) {
  const { id } = await firstOf(page, '/api/placements/v1/settings?limit=100', (setting) => setting.name === model)
  const answer = await page.request.get(`/api/placements/v1/settings/${id}`)
  const setting = (await answer.json()) as Record<string, unknown>
  const wanted = [
    'organisation_id',
    'kind',
    'sector',
    'postcode',
    'position',
    'minimum_age',
    'permitted_tasks',
    'adjustments',
    'shift_pattern',
    'evidence',
  ]
  const copy = await send(page, 'POST', '/api/placements/v1/settings', {
    ...Object.fromEntries(wanted.map((field) => [field, setting[field]])),
    name,
    clearances: ['dbs_enhanced'],
  })
  await send(
    page,
    'PUT',
    `/api/placements/v1/settings/${copy.id}/capacity`,
    {
      periods: [{ starts_on: inDays(-30), at_most: 1 }],
      closures: [],
    },
    copy.version,
  )
}
