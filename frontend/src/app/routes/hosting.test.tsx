import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, test } from 'vitest'
import { formatMonth, monthFromToday } from '@/lib/dates'
import { expectAccessible } from '@/test/axe'
import { employerOf, sessionAs, uuid } from '@/test/mock-api/identity-data'
import { problem } from '@/test/mock-api/problem'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

const hospital = `/organisations/${uuid(22, 2)}`
const ward = `/settings/${uuid(30, 1)}`

describe('contacts of an organisation', () => {
  test('are named topic by topic by its own people', async () => {
    const { user, router } = await renderRoute(hospital, employerOf(uuid(22, 2)))
    const card = await screen.findByRole('region', { name: 'Whom apprentices ask' })
    expect(await within(card).findByText('Priya Lindqvist, Payroll, 01632 960233')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Edit the contacts' }))
    const concern = await screen.findByRole('group', { name: 'A concern' })
    await expectAccessible()

    await user.type(within(concern).getByLabelText('Telephone (optional)'), '01632 960877')
    await user.type(within(concern).getByLabelText('Email address (optional)'), 'nobody')
    await user.click(screen.getByRole('button', { name: 'Save the contacts' }))
    expect(await screen.findByRole('link', { name: /^Enter an email address in the right form/ })).toBeTruthy()
    await user.clear(within(concern).getByLabelText('Email address (optional)'))
    await user.click(screen.getByRole('button', { name: 'Save the contacts' }))
    expect(await screen.findByRole('link', { name: 'Enter the name of the person' })).toBeTruthy()
    await expectAccessible()

    await user.type(within(concern).getByLabelText('Name'), 'Tamsin Oakridge')
    await user.clear(within(screen.getByRole('group', { name: 'Pay' })).getByLabelText('Name'))
    await user.click(screen.getByRole('button', { name: 'Save the contacts' }))
    expect(await screen.findByRole('link', { name: 'Enter the name of the person' })).toBeTruthy()
    await user.type(within(screen.getByRole('group', { name: 'Pay' })).getByLabelText('Name'), 'Joss Penrice')
    await user.click(screen.getByRole('button', { name: 'Save the contacts' }))
    expect(await screen.findByText('The contacts are saved')).toBeTruthy()
    expect(router.state.location.pathname).toBe(hospital)
    expect(await screen.findByText('Tamsin Oakridge, 01632 960877')).toBeTruthy()
    expect(screen.getByText('Joss Penrice, Payroll, 01632 960233')).toBeTruthy()
  })

  test('are not for assessors', async () => {
    await renderRoute(hospital, sessionAs('assessor'))
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy()
    expect(screen.queryByText('Whom apprentices ask')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Hours on the rotas' })).toBeNull()
  })
})

describe('hours on the rotas', () => {
  test('are shown for a month, with a file to download', async () => {
    const { user, router } = await renderRoute(hospital, employerOf(uuid(22, 2)))
    await user.click(await screen.findByRole('link', { name: 'Hours on the rotas' }))
    expect(
      await screen.findByText(`301 hours of 2 apprentices in ${formatMonth(monthFromToday(0))}, as on the rotas.`),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Download them as CSV' }).getAttribute('href')).toBe(
      `/api/placements/v1/rota-hours/sheet?month=${monthFromToday(0)}&organisation_id=${uuid(22, 2)}&format=csv`,
    )
    await expectAccessible()
    await user.selectOptions(screen.getByLabelText('Month'), formatMonth(monthFromToday(-1)))
    expect(await screen.findByText(/^There are no hours in/)).toBeTruthy()
    expect(router.state.location.search).toEqual({ month: monthFromToday(-1) })
  })
})

describe('the calendar of a setting', () => {
  test('has an address that is shown once and can be ended', async () => {
    const { user } = await renderRoute(ward, employerOf(uuid(22, 2)))
    const card = await screen.findByRole('region', { name: 'In the team’s calendar' })
    await user.click(await within(card).findByRole('button', { name: 'Make an address' }))
    expect(await within(card).findByText(/secret\.ics$/)).toBeTruthy()
    await expectAccessible()
    await user.click(within(card).getByRole('button', { name: /^End the address/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'End the address' }))
    expect(await within(card).findByRole('button', { name: 'Make an address' })).toBeTruthy()
    expect(within(card).queryByText(/secret\.ics$/)).toBeNull()
  })
})

describe('a cohort', () => {
  test('shows the coordinator what it costs and what it says', async () => {
    await renderRoute(`/cohorts/${uuid(21, 1)}`, sessionAs('coordinator'))
    expect(await screen.findByText(/^£81,600 for 12 apprentices with placements/)).toBeTruthy()
    expect(await screen.findByText('1 of 3 answers names another sector than before.')).toBeTruthy()
    const rated = screen.getByRole('table', { name: 'How placements are rated, out of 5' })
    expect(within(rated).getByText('4.3')).toBeTruthy()
    await expectAccessible()
  })

  test('says when its costs cannot be read', async () => {
    server.use(http.get('*/api/placements/v1/cohorts/:id/costs', () => problem(503, 'unavailable', 'Try again later')))
    await renderRoute(`/cohorts/${uuid(21, 1)}`, sessionAs('funder'))
    const costs = await screen.findByRole('region', { name: 'Costs' })
    expect(await within(costs).findByRole('button', { name: 'Try again' })).toBeTruthy()
    expect(screen.queryByText('What the cohort says')).toBeNull()
  })
})
