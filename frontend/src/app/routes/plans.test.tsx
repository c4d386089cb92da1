import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { changeElsewhere } from '@/test/mock-api/plans'
import { renderRoute } from '@/test/render-route'
import { notFound, problem } from '@/test/mock-api/problem'
import { server } from '@/test/server'

const cohort = `/cohorts/${uuid(21, 2)}`
const plan = `/plans/${uuid(40, 1)}`
const root = '*/api/placements/v1'

function open(path: string) {
  return renderRoute(path, sessionAs('coordinator'))
}

describe('plans of a cohort', () => {
  test('are listed with state, cost and broken rules, and one is in force', async () => {
    const { user } = await open(cohort)
    await user.click(await screen.findByRole('link', { name: 'Plan the rotations' }))
    const rows = await screen.findAllByRole('row', { name: /points/ })
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Spring plan.*Planned.*412 points.*1 block without a place/),
      expect.stringMatching(/As agreed in February.*In force.*430 points.*Keeps every rule/),
    ])
    expect(await screen.findByText(/£81,600 for 12 apprentices with placements; lines without an amount/)).toBeTruthy()
    expect(screen.getByRole('row', { name: /^Coastal Hospitals Trust.*300.*60%/ })).toBeTruthy()
    await expectAccessible()
  })

  test('begin empty or as a copy', async () => {
    const { user, router } = await open(`${cohort}/plans`)
    await user.click(await screen.findByRole('button', { name: 'Make the plan' }))
    expect(screen.getByRole('link', { name: 'Enter a name for the plan' })).toBeTruthy()
    await user.type(screen.getByLabelText('Name'), 'Shorter journeys')
    await user.selectOptions(await screen.findByLabelText('Start from'), 'A copy of As agreed in February (in force)')
    await user.click(screen.getByRole('button', { name: 'Make the plan' }))
    expect(await screen.findByText('Shorter journeys is made')).toBeTruthy()
    expect(router.state.location.pathname).toBe(plan)
  })

  test('are for those who plan', async () => {
    await renderRoute(cohort, sessionAs('employer'))
    expect(screen.queryByRole('link', { name: 'Plan the rotations' })).toBeNull()
  })
})

describe('a plan', () => {
  test('is computed with progress in words, and can be cancelled', async () => {
    const { user } = await open(plan)
    expect(await screen.findByText(/no plan has fewer than 409 points, so this one is at most 0.9% from/)).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Stop after'), '1 minute')
    await user.click(screen.getByRole('button', { name: 'Plan it again' }))
    expect(await screen.findByText('Looking for better plans')).toBeTruthy()
    expect(screen.getByText(/Best so far: 440 points\. Proven: no plan has fewer than 409/)).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /^Cancel/ }))
    expect(await screen.findByText('Planning was cancelled')).toBeTruthy()
  })

  test('says why there is none, and applies what would help in one action', async () => {
    const remedy = {
      sentence: 'One more place at the Stroke ward in the second placement',
      changes: [{ kind: 'extra_capacity', setting_id: uuid(31, 1), block: 2, by: 1 }],
      verified: true,
    }
    changeElsewhere({
      state: 'no_plan',
      cost: null,
      conflict: {
        headline: 'No plan keeps all rules, because the wards are full in the second placement.',
        reasons: ['Everybody needs a ward.', 'The wards have 5 places.'],
        people: [{ enrolment_id: uuid(23, 1), name: 'Joss Holloway' }],
        minimal: true,
        remedies: [remedy as never],
      },
    })
    const { user } = await open(plan)
    expect(await screen.findByText(/because the wards are full/)).toBeTruthy()
    expect(screen.getByText('The wards have 5 places.')).toBeTruthy()
    expect(screen.getByText(/a plan that keeps every rule exists/)).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /^Apply : One more place/ }))
    expect(await screen.findByText('Agreed to: extra capacity.')).toBeTruthy()
    expect(screen.queryByText(/because the wards are full/)).toBeNull()
  })

  test('lists what it takes for granted, to be removed again', async () => {
    const { user } = await open(plan)
    expect(await screen.findByText('Beech House takes 1 more in the third placement.')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /^Remove : Beech House/ }))
    expect(await screen.findByText(/rests on what is on record/)).toBeTruthy()
  })

  test('is renamed and deleted', async () => {
    const { user, router } = await open(plan)
    const name = await screen.findByLabelText('Name')
    await user.clear(name)
    await user.type(name, 'Autumn plan')
    await user.click(screen.getByRole('button', { name: 'Save the name' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Plan Autumn plan' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Delete this plan' }))
    const dialog = await screen.findByRole('dialog', { name: 'Delete Autumn plan?' })
    await user.click(within(dialog).getByRole('button', { name: 'Delete this plan' }))
    expect(await screen.findByText('Autumn plan is deleted')).toBeTruthy()
    expect(router.state.location.pathname).toBe(`${cohort}/plans`)
  })

  test('that is not there says so', async () => {
    server.use(http.get(`${root}/scenarios/:id`, () => notFound()))
    await open(plan)
    expect(await screen.findByRole('heading', { name: 'We could not find this' })).toBeTruthy()
  })
})

test('the board of a cohort that cannot be planned yet says why', async () => {
  server.use(
    http.get(`${root}/scenarios/:id/board`, () =>
      problem(409, 'cohort-not-plannable', 'The cohort cannot be planned yet', { detail: 'No block is hosted.' }),
    ),
  )
  await open(`${plan}/board`)
  expect(await screen.findByRole('heading', { name: 'The cohort cannot be planned yet' })).toBeTruthy()
  expect(screen.getByText('No block is hosted.')).toBeTruthy()
})

describe('two plans', () => {
  test('stand side by side: points with the differences marked, and who is somewhere else', async () => {
    await open(`${plan}/compare`)
    const points = await screen.findByRole('table', { name: /Points by wish/ })
    expect(within(points).getByRole('row', { name: /Travel 152 161 ▲ 9 points more/ })).toBeTruthy()
    expect(within(points).getByRole('row', { name: /Liked kinds of setting 180 180 The same/ })).toBeTruthy()
    const who = screen.getByRole('table', { name: /somebody is somewhere else/ })
    expect(within(who).getByRole('row', { name: /Joss Holloway.*Seaview day centre.*Beech House/ })).toBeTruthy()
    await expectAccessible()
  })
})

describe('publishing', () => {
  test('is stopped by what has to be solved first', async () => {
    await open(`${plan}/publish`)
    expect(await screen.findByText('Nadia Fairweather has no place in the second placement.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Publish this plan' })).toBeNull()
    await expectAccessible()
  })

  test('asks to accept what is taken for granted, then tells what became of it', async () => {
    changeElsewhere({ unplaced: 0 })
    const { user } = await open(`${plan}/publish`)
    await user.click(await screen.findByRole('button', { name: 'Publish this plan' }))
    expect(await screen.findByText(/Say that you accept/)).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByLabelText(/^I accept what is marked/))
    await user.click(screen.getByRole('button', { name: 'Publish this plan' }))
    expect(await screen.findByText('This plan is in force now')).toBeTruthy()
    expect(screen.getByText(/3 placements are new, 2 have moved, 1 is withdrawn and 30 stay as they were/)).toBeTruthy()
  })

  test('is refused when the plan is not the one that was looked at', async () => {
    changeElsewhere({ unplaced: 0 })
    const { user } = await open(`${plan}/publish`)
    await user.click(await screen.findByLabelText(/^I accept/))
    server.use(
      http.post(`${root}/scenarios/:id/publish`, () =>
        problem(409, 'plan-moved-on', 'Another plan was published', {
          detail: 'Another plan of the cohort was published meanwhile. Look again.',
        }),
      ),
    )
    await user.click(screen.getByRole('button', { name: 'Publish this plan' }))
    expect(await screen.findByText(/was published meanwhile\. Look again/)).toBeTruthy()
  })
})

describe('something happened', () => {
  test('is told once, and its ways out stand side by side', async () => {
    const { user, router } = await open(`${cohort}/disruptions/new`)
    await user.click(await screen.findByRole('button', { name: 'Look for alternatives' }))
    expect(screen.getByRole('link', { name: 'Choose what happened' })).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByLabelText('A clearance fails or runs out'))
    const clearances = within(screen.getByLabelText('Which clearance?')).getAllByRole('option')
    expect(clearances.map(({ textContent }) => textContent)).toEqual([
      'Choose a clearance',
      'Enhanced DBS check',
      'Occupational health',
      'Vaccination: hepatitis b',
    ])
    await user.click(screen.getByLabelText('A setting closes'))
    await user.selectOptions(screen.getByLabelText('Which setting?'), 'Beech House, County Council')
    await user.click(screen.getByRole('button', { name: 'Look for alternatives' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Beech House closes/ })).toBeTruthy()
    expect(router.state.location.pathname).toBe(`/disruptions/${uuid(42, 1)}`)
    const fewest = await screen.findByRole('region', { name: '1. Fewest people moved' })
    expect(within(fewest).getByText(/costs 3 points more/)).toBeTruthy()
    expect(within(fewest).getByRole('row', { name: /Saffron Okafor.*Beech House.*Stroke ward/ })).toBeTruthy()
    expect(within(fewest).getByRole('row', { name: /Coastal Hospitals Trust/ })).toBeTruthy()
    expect(screen.getByText(/no way to mend it changes fewer than 1 block/)).toBeTruthy()
    expect(screen.getByText(/agree with them and their host/)).toBeTruthy()
    await expectAccessible()
    await waitFor(() =>
      expect(
        within(fewest)
          .getByRole('link', { name: /^Choose this/ })
          .getAttribute('href'),
      ).toBe(`${plan}/publish`),
    )
  })
})

describe('how a programme is planned', () => {
  test('is said in words and saved', async () => {
    const { user } = await open(`/programmes/${uuid(20, 1)}`)
    await user.click(await screen.findByRole('link', { name: 'How this programme is planned' }))
    const preference = await screen.findByLabelText('Liked kinds of setting')
    expect(screen.getByText(/each rank below the favourite kind/)).toBeTruthy()
    await expectAccessible()
    await user.clear(preference)
    await user.type(preference, 'many')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByRole('link', { name: /Enter points from 0 to 1000/ })).toBeTruthy()
    await user.clear(preference)
    await user.type(preference, '20')
    await user.click(screen.getByLabelText('Nights'))
    let sent: unknown
    server.events.on('request:start', ({ request }) => {
      if (request.method === 'PUT')
        void request
          .clone()
          .json()
          .then((body) => (sent = body))
    })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('How the programme is planned is saved')).toBeTruthy()
    expect(sent).toMatchObject({ weights: { preference: 20, travel: 1 }, paid_shifts: ['nights', 'weekends'] })
  })
})
