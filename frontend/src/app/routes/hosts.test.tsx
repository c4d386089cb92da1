import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { employerOf, sessionAs, uuid } from '@/test/mock-api/identity-data'
import { renderRoute } from '@/test/render-route'

const hospital = uuid(22, 2)
const ward = `/settings/${uuid(30, 1)}`

describe('organisations', () => {
  test('lead to their settings and policies', async () => {
    const { user } = await renderRoute('/organisations', sessionAs('coordinator'))
    await expectAccessible()
    await user.click(await screen.findByRole('link', { name: 'Coastal Hospitals Trust' }))
    expect(await screen.findByRole('link', { name: 'Stroke ward' })).toBeTruthy()
    expect(await screen.findByText('Hepatitis B before the first shift.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Add a setting' })).toBeTruthy()
    await expectAccessible()
  })

  test('show an employer the settings of their own only', async () => {
    await renderRoute(`/organisations/${hospital}`, employerOf(uuid(22, 3)))
    expect(await screen.findByText(/for its own people and the coordinator/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Add a setting' })).toBeNull()
  })
})

describe('a setting', () => {
  test('shows its capacity in words beside the drawing, what it asks for and who is there', async () => {
    await renderRoute(ward, sessionAs('coordinator'))
    const table = await screen.findByRole('table', { name: /Apprentices at once/ })
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringContaining('Takes'),
      expect.stringMatching(/1 Mar 2027.*2 weeks.*Up to 2/),
      expect.stringMatching(/15 Mar 2027.*1 week.*Closed: Refurbishment/),
    ])
    expect(screen.getByText('18 and over on the first day')).toBeTruthy()
    expect(screen.getByText('Vaccination: hepatitis b')).toBeTruthy()
    expect(screen.getByText('4 days on, 4 days off: 12 hours from 07:30')).toBeTruthy()
    expect(screen.getByText('Criteria 8.3, 13.3')).toBeTruthy()
    expect(screen.getByText('Delyth Marchbanks')).toBeTruthy()
    await expectAccessible()
  })

  test('is read by an assessor, who changes nothing', async () => {
    await renderRoute(ward, sessionAs('assessor'))
    expect(await screen.findByText('18 and over on the first day')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^Edit/ })).toBeNull()
  })

  test('has its capacity edited by its employer; what is wrong is said at its field', async () => {
    const { user, router } = await renderRoute(`${ward}/capacity`, employerOf(hospital))
    await user.click(await screen.findByRole('button', { name: 'Add a period' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the capacity' }))
    expect(screen.getByRole('link', { name: 'Enter the first day' })).toBeTruthy()
    await expectAccessible()

    const second = screen.getByRole('group', { name: 'Period 2' })
    const first = within(second).getByRole('group', { name: 'First day' })
    await user.type(within(first).getByLabelText('Day'), '1')
    await user.type(within(first).getByLabelText('Month'), '3')
    await user.type(within(first).getByLabelText('Year'), '2027')
    await user.type(within(second).getByLabelText('At most'), '3')
    await user.click(screen.getByRole('button', { name: 'Save the capacity' }))
    expect(await screen.findByRole('link', { name: 'Two of the periods share a day' })).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Remove period 1' }))
    await user.click(screen.getByRole('button', { name: 'Save the capacity' }))
    expect(await screen.findByText('The capacity is saved')).toBeTruthy()
    expect(router.state.location.pathname).toBe(ward)
  })

  test('is edited with all that it holds', async () => {
    const { user } = await renderRoute(`${ward}/edit`, sessionAs('coordinator'))
    const name = await screen.findByLabelText('Name', { selector: '#name' })
    await expectAccessible()
    await user.clear(name)
    await user.click(screen.getByRole('button', { name: 'Save the setting' }))
    expect(screen.getByRole('link', { name: 'Enter the name' })).toBeTruthy()
    await user.type(name, 'Rehabilitation ward')
    await user.click(screen.getByLabelText('A rota that changes'))
    await user.type(screen.getByLabelText('Hours in a week'), '37.5')
    await user.type(screen.getByLabelText('Earliest start'), '07:00')
    await user.type(screen.getByLabelText('Latest end'), '20:00')
    await user.click(screen.getByRole('button', { name: 'Save the setting' }))
    expect(await screen.findByText('The setting is saved')).toBeTruthy()
    expect(await screen.findByRole('heading', { level: 1, name: /Rehabilitation ward/ })).toBeTruthy()
    expect(screen.getByText('By rota between 07:00 and 20:00, no weekends')).toBeTruthy()
  })

  test('is added to an organisation and then told what it takes', async () => {
    const { user } = await renderRoute(`/organisations/${hospital}/settings/new`, sessionAs('coordinator'))
    await user.type(await screen.findByLabelText('Name', { selector: '#name' }), 'Ward 7')
    await user.selectOptions(screen.getByLabelText('Kind'), 'acute_ward')
    await user.click(screen.getByLabelText('Health'))
    await user.type(screen.getByLabelText('Postcode'), 'bn11 2dh')
    await user.type(screen.getByLabelText('Latitude of the setting (optional)'), '50.817')
    await user.type(screen.getByLabelText('Start'), '08:00')
    await user.type(screen.getByLabelText('End'), '17:00')
    await user.type(screen.getByLabelText('Unpaid break in minutes'), '60')
    await user.type(screen.getByLabelText('Minimum age on the first day'), '18')
    await user.click(screen.getByRole('button', { name: 'Remove mentor 1' }))
    await user.click(screen.getByRole('button', { name: 'Add the setting' }))
    await user.click(screen.getByRole('link', { name: 'Enter both latitude and longitude, or neither' }))
    await user.keyboard('-10')
    await user.click(screen.getByRole('button', { name: 'Add the setting' }))
    await user.click(screen.getByRole('link', { name: 'Enter the longitude in degrees, from -9 to 2.5' }))
    await user.keyboard('{Backspace}{Backspace}0.365')
    await user.click(screen.getByRole('button', { name: 'Add the setting' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Edit capacity/ })).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Back to the setting' }))
    expect((await screen.findByRole('link', { name: /^Map of Ward 7/ })).getAttribute('href')).toContain('50.817')
    expect(screen.getByText(/50\.817, -0\.365/)).toBeTruthy()
  })
})

describe('policies', () => {
  test('stand side by side, with the differences first and said in words', async () => {
    const { user } = await renderRoute('/policies', sessionAs('coordinator'))
    expect(await screen.findByText('They differ')).toBeTruthy()
    const topics = screen.getAllByRole('region').map((region) => region.textContent)
    expect(topics).toEqual([
      expect.stringMatching(/^Vaccination.*Mandatory.*Voluntary/),
      expect.stringMatching(/^Uniform/),
    ])
    await expectAccessible()
    await user.click(screen.getByLabelText('County Council'))
    expect(await screen.findByText('Nothing to compare')).toBeTruthy()
  })

  test('are written topic by topic', async () => {
    const { user } = await renderRoute(`/organisations/${hospital}/policies`, sessionAs('coordinator'))
    await user.selectOptions(await screen.findByLabelText('Uniform, in short (optional)'), 'provided')
    await user.click(screen.getByRole('button', { name: 'Save the policies' }))
    expect(screen.getByRole('link', { name: 'Say it in your own words, too' })).toBeTruthy()
    await expectAccessible()
    await user.type(screen.getByLabelText('Uniform in your own words (optional)'), 'Two tunics.')
    await user.click(screen.getByRole('button', { name: 'Save the policies' }))
    expect(await screen.findByText('The policies are saved')).toBeTruthy()
    expect(await screen.findByText('Two tunics.')).toBeTruthy()
  })
})
