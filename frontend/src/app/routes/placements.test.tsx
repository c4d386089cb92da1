import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { employerOf, sessionAs, uuid } from '@/test/mock-api/identity-data'
import { renderRoute } from '@/test/render-route'

describe('an employer', () => {
  test('accepts several offers at once', async () => {
    const { user } = await renderRoute('/placements', employerOf(uuid(22, 2)))
    await user.click(await screen.findByRole('checkbox', { name: /Maya Trelawny: Stroke ward/ }))
    await user.click(screen.getByRole('checkbox', { name: /Idris Penhale/ }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Accept those chosen' }))
    expect(await screen.findByText('2 offers accepted')).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('is told to choose when nothing is chosen', async () => {
    const { user } = await renderRoute('/placements', employerOf(uuid(22, 2)))
    await user.click(await screen.findByRole('button', { name: 'Accept those chosen' }))
    expect(await screen.findByRole('link', { name: 'Choose the offers that you accept' })).toBeTruthy()
  })

  test('declines one with the reason', async () => {
    const { user } = await renderRoute(`/placements/${uuid(50, 2)}`, sessionAs('employer'))
    expect(await screen.findByText('Enhanced DBS check: there is none on record')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Decline the offer' }))
    await user.click(await screen.findByRole('button', { name: 'Decline' }))
    expect(await screen.findByRole('link', { name: 'Give the reason: those concerned read it' })).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'The ward closes in May.')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Decline' }))
    expect(await screen.findByText('The placement is declined')).toBeTruthy()
    expect(screen.getAllByText('The ward closes in May.').length).toBeGreaterThan(0)
  })
})

describe('a coordinator', () => {
  test('sees what placements wait for, and the weeks of one', async () => {
    const { user } = await renderRoute('/placements', sessionAs('coordinator'))
    expect((await screen.findAllByText('To be answered')).length).toBe(2)
    await expectAccessible()
    await user.click(await screen.findByRole('link', { name: 'Rowan Ashdown' }))
    expect(await screen.findByText(/Mon 1 Mar/)).toBeTruthy()
    expect(screen.getByText(/Wed 3 Mar: 09:00 to 17:00, College/)).toBeTruthy()
    expect(screen.getByText(/at least 11/)).toBeTruthy()
    await expectAccessible()
  })
})

describe('a host', () => {
  const path = `/placements/${uuid(50, 1)}`

  test('changes a day of the rota', async () => {
    const { user, router } = await renderRoute(`${path}/rota`, sessionAs('coordinator'))
    await user.type(await screen.findByRole('textbox', { name: 'Day' }), '2')
    await user.type(screen.getByRole('textbox', { name: 'Month' }), '3')
    await user.type(screen.getByRole('textbox', { name: 'Year' }), '2027')
    await user.click(screen.getByRole('radio', { name: /A shift/ }))
    await user.click(screen.getByRole('button', { name: 'Save the day' }))
    expect(await screen.findByRole('link', { name: 'Enter when it begins and ends' })).toBeTruthy()
    await expectAccessible()
    await user.type(screen.getByRole('textbox', { name: /Begins at/ }), '07:30')
    await user.type(screen.getByRole('textbox', { name: /Ends at/ }), '15:30')
    await user.click(screen.getByRole('button', { name: 'Save the day' }))
    expect(await screen.findByText('The day is changed')).toBeTruthy()
    expect(router.state.location.pathname).toBe(path)
  })

  test('publishes the rota, although a rule is not kept', async () => {
    const { user } = await renderRoute(path, sessionAs('coordinator'))
    await user.click(await screen.findByRole('button', { name: /^Publish the rota/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Publish it although rules are not kept?' })
    await user.click(within(dialog).getByRole('button', { name: 'Publish the rota' }))
    expect(await screen.findByRole('button', { name: /^Publish the rota again/ })).toBeTruthy()
  })
})

describe('an apprentice', () => {
  test('sees where they are, how to get there, whom to ask and what is next', async () => {
    await renderRoute('/placements', sessionAs('apprentice'))
    const now = await screen.findByRole('region', { name: 'Where you are now' })
    expect(within(now).getByText(/By bus or train: about 42 minutes/)).toBeTruthy()
    expect(
      within(now)
        .getByRole('link', { name: /Map of Stroke ward/ })
        .getAttribute('href'),
    ).toContain('openstreetmap.org')
    expect(screen.getByRole('region', { name: 'Where you go next' })).toBeTruthy()
    expect(await screen.findByRole('link', { name: '01632 960233' })).toBeTruthy()
    expect(screen.getByText('Ask your coordinator')).toBeTruthy()
    await expectAccessible()
  })

  test('gets a calendar address, shown once', async () => {
    const { user } = await renderRoute('/placements', sessionAs('apprentice'))
    await user.click(await screen.findByRole('button', { name: 'Make an address' }))
    expect(await screen.findByText(/calendars\/secret\.ics/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Make a new address instead' })).toBeTruthy()
    await expectAccessible()
  })

  test('says how it is, and where they would like to work now', async () => {
    const { user } = await renderRoute(`/placements/${uuid(50, 1)}`, sessionAs('apprentice'))
    await user.click(await screen.findByRole('radio', { name: '4' }))
    await user.click(screen.getByRole('button', { name: 'Give feedback' }))
    expect(await screen.findByRole('link', { name: 'Choose the sector' })).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: /work now/ }), 'social_care')
    await user.click(screen.getByRole('button', { name: 'Give feedback' }))
    expect(await screen.findByRole('button', { name: 'Change my feedback' })).toBeTruthy()
    await expectAccessible()
  })
})
