import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { problem } from '@/test/mock-api/problem'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

const joss = uuid(6, 1)
const imogen = uuid(6, 2)

async function typeDate(user: Awaited<ReturnType<typeof renderRoute>>['user'], legend: RegExp, date: string) {
  const group = screen.getByRole('group', { name: legend })
  const [year = '', month = '', day = ''] = date.split('-')
  for (const [label, value] of Object.entries({ Day: day, Month: month, Year: year })) {
    const field = within(group).getByLabelText(label)
    await user.clear(field)
    await user.type(field, value)
  }
}

describe('clearances', () => {
  test('are shown with their state, and nothing is said to be there that is not', async () => {
    await renderRoute(`/learners/${joss}`, sessionAs('coordinator'))
    const table = await screen.findByRole('table', { name: 'Clearances' })
    expect(within(table).getByRole('rowheader', { name: 'Vaccination: hepatitis b' })).toBeTruthy()
    expect(within(table).getByText('Expired')).toBeTruthy()
    expect(within(table).getByText('Does not expire')).toBeTruthy()
    expect(screen.getByText('60 minutes one way')).toBeTruthy()
    expect(screen.getByText('day centre, then acute ward')).toBeTruthy()
    await expectAccessible()
  })

  test('are recorded, with what is wrong said at its field', async () => {
    const { user } = await renderRoute(`/learners/${joss}/clearances/new`, sessionAs('coordinator'))
    await user.click(screen.getByRole('button', { name: 'Record the clearance' }))
    expect(await screen.findByRole('link', { name: 'Choose the clearance' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Enter the first day' })).toBeTruthy()
    await user.click(screen.getByLabelText('Enhanced DBS check'))
    await typeDate(user, /First day/, '2026-05-04')
    await user.click(screen.getByRole('button', { name: 'Record the clearance' }))
    expect(await screen.findByText(/Let one end on the day before/)).toBeTruthy()
    await expectAccessible()

    await user.click(screen.getByLabelText('A vaccination'))
    await user.click(screen.getByRole('button', { name: 'Record the clearance' }))
    expect(await screen.findByRole('link', { name: /Enter what the vaccination is against/ })).toBeTruthy()
    await user.type(screen.getByLabelText(/Vaccination against/), 'Influenza')
    await user.click(screen.getByRole('button', { name: 'Record the clearance' }))
    expect(await screen.findByText('The clearance is recorded')).toBeTruthy()
    expect(await screen.findByRole('rowheader', { name: 'Vaccination: influenza' })).toBeTruthy()
  })

  test('are corrected, and removed with a reason', async () => {
    const { user } = await renderRoute(`/learners/${joss}`, sessionAs('employer'))
    await user.click(await screen.findByRole('link', { name: 'Correct Enhanced DBS check' }))
    await screen.findByRole('heading', { level: 1, name: /Enhanced DBS check/ })
    await typeDate(user, /Last day/, '2026-06-30')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByText('The clearance is corrected')).toBeTruthy()
    expect(await screen.findByText('30 Jun 2026')).toBeTruthy()

    await user.click(screen.getByRole('link', { name: 'Correct Right to work' }))
    await user.click(await screen.findByRole('button', { name: 'Remove the clearance' }))
    expect(await screen.findByRole('link', { name: 'Choose why it is removed' })).toBeTruthy()
    await user.click(screen.getByLabelText('It was revoked'))
    await user.click(screen.getByRole('button', { name: 'Remove the clearance' }))
    expect(await screen.findByText('The clearance is removed')).toBeTruthy()
    expect(screen.queryByRole('rowheader', { name: 'Right to work' })).toBeNull()
  })
})

describe('travel and hours', () => {
  test('are changed, keeping what was typed when somebody else was faster', async () => {
    const { user } = await renderRoute(`/learners/${joss}/travel-and-hours`, sessionAs('coordinator'))
    const limit = await screen.findByLabelText(/minutes one way/)
    await expectAccessible()
    await user.clear(limit)
    await user.type(limit, '999')
    await user.click(screen.getByRole('button', { name: 'Save travel and hours' }))
    expect(await screen.findByRole('link', { name: /from 5 to 240/ })).toBeTruthy()
    await user.clear(limit)
    await user.type(limit, '45')
    server.use(
      http.put('*/planning-facts', () => problem(412, 'version-mismatch', 'Somebody else changed it'), { once: true }),
      http.get('*/planning-facts', () => Response.json({ ...changedMeanwhile, learner_id: joss }), { once: true }),
    )
    await user.click(screen.getByRole('button', { name: 'Save travel and hours' }))
    expect(await screen.findByText('These facts have changed meanwhile')).toBeTruthy()
    expect(limit).toHaveProperty('value', '45')
  })

  test('of somebody new are empty', async () => {
    await renderRoute(`/learners/${imogen}`, sessionAs('coordinator'))
    expect(await screen.findByText(/Plans then know neither how far nor how long/)).toBeTruthy()
    expect(await screen.findByText(/A placement cannot start before/)).toBeTruthy()
    expect(await screen.findByText('None are given yet.')).toBeTruthy()
  })

  test('are nobody’s business who only teaches', async () => {
    await renderRoute(`/learners/${joss}`, sessionAs('tutor'))
    await screen.findByRole('heading', { level: 2, name: 'Record' })
    for (const title of ['Clearances', 'Travel and hours', 'Preferences']) {
      expect(screen.queryByRole('heading', { name: title })).toBeNull()
    }
  })
})

describe('an apprentice', () => {
  test('reads their clearances and gives their preferences', async () => {
    const { user } = await renderRoute(`/learners/${joss}`, sessionAs('apprentice'))
    expect(await screen.findByRole('heading', { name: 'My clearances' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Record a clearance' })).toBeNull()
    await user.click(await screen.findByRole('link', { name: 'Give my preferences' }))
    const first = await screen.findByLabelText('Where would you like to be most?')
    await expectAccessible()
    await user.selectOptions(first, 'Acute ward')
    await user.click(screen.getByRole('button', { name: 'Save my preferences' }))
    expect(await screen.findByRole('link', { name: /Choose another one as the second/ })).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('And second'), 'Hospice')
    await user.click(screen.getByRole('button', { name: 'Save my preferences' }))
    expect(await screen.findByText('The preferences are saved')).toBeTruthy()
    expect(await screen.findByText('acute ward, then hospice')).toBeTruthy()
  })

  test('reads what is arranged for them', async () => {
    const { user } = await renderRoute(`/learners/${joss}`, sessionAs('apprentice'))
    await user.click(await screen.findByRole('link', { name: 'My reasonable adjustments' }))
    expect(await screen.findByText('A quiet space')).toBeTruthy()
    await expectAccessible()
  })
})

test('a coordinator changes adjustments', async () => {
  const { user } = await renderRoute(`/learners/${joss}/adjustments`, sessionAs('coordinator'))
  await user.click(await screen.findByLabelText('Fixed hours'))
  await user.click(screen.getByRole('button', { name: 'Save the adjustments' }))
  expect(await screen.findByText('The adjustments are saved')).toBeTruthy()
})

function file(text: string) {
  return new File([text], 'facts.csv', { type: 'text/csv' })
}

describe('the import', () => {
  test('shows what would change, then changes it', async () => {
    const { user } = await renderRoute('/learners/import', sessionAs('coordinator'))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText('Choose a file')).toBeTruthy()
    await user.upload(screen.getByLabelText('Your file'), file('learner_id,travel_limit_minutes\nx,45\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText('travel limit minutes: 45, was 60')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save 1 change' }))
    expect(await screen.findByText('1 change saved from the table')).toBeTruthy()
  })

  test('says what keeps it from being taken', async () => {
    const { user } = await renderRoute('/learners/import', sessionAs('coordinator'))
    await user.upload(screen.getByLabelText('Your file'), file('nickname\nZo\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText(/begin with the template/)).toBeTruthy()
    await user.upload(screen.getByLabelText('Your file'), file('learner_id,travel_limit_minutes\nx,ages\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText(/travel_limit_minutes: Input should be/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull()
    await expectAccessible()
  })
})

const changedMeanwhile = {
  travel_means: ['car'],
  travel_limit_minutes: 30,
  preferences: { setting_kinds: [], note: null },
  sector_of_choice: { before: null, now: null },
  version: 3,
}
