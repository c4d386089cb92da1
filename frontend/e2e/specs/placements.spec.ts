import { expectAccessible } from '../pages/accessibility'
import { open, signIn, signInAs } from '../pages/crossway'
import { expect, test } from '../pages/test'

// One after the other: both widths take steps of placements in the same cohorts.
test.describe.configure({ mode: 'default' })

const host = 'Placements at Western Sussex Hospitals'
/** Apprentices whom no other test has made. */
const notTried = /^(?!Tried)/

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('a host accepts an offer and declines one with the reason', async ({ page }) => {
      await signInAs(page, 'Coastal West Sussex', host)
      await open(page, 'Placements')
      const offers = page.getByRole('region', { name: 'Offers to answer' })
      await offers.getByRole('checkbox', { name: notTried }).first().check()
      await offers.getByRole('button', { name: 'Accept those chosen' }).click()
      await expect(page.getByText('1 offer accepted')).toBeVisible()

      await offers
        .getByRole('link', { name: /^Open the placement of (?!Tried)/ })
        .first()
        .click()
      await page.getByRole('link', { name: 'Decline the offer' }).click()
      await page.getByRole('button', { name: 'Decline', exact: true }).click()
      await expect(page.getByRole('alert')).toContainText('Give the reason')
      await expectAccessible(page)
      await page.getByLabel('Reason').fill('The ward is moved in spring.')
      await page.getByRole('button', { name: 'Decline', exact: true }).click()
      await expect(page.getByText('The placement is declined')).toBeVisible()
      await expect(page.getByText('The ward is moved in spring.').first()).toBeVisible()
    })

    test('a host names contacts, and reads the hours of a month', async ({ page }) => {
      await signInAs(page, 'Coastal West Sussex', host)
      await open(page, 'Organisations')
      await page.getByRole('link', { name: /^Western Sussex Hospitals/ }).click()
      await page.getByRole('link', { name: 'Edit the contacts' }).click()
      const absence = page.getByRole('group', { name: 'When you cannot come' })
      await absence.getByLabel('Name').fill('')
      await absence.getByLabel('Telephone (optional)').fill('01632 960431')
      await page.getByRole('button', { name: 'Save the contacts' }).click()
      await expect(page.getByRole('alert')).toContainText('Enter the name of the person')
      await expectAccessible(page)
      await absence.getByLabel('Name').fill(`Orla Finch ${width}`)
      await page.getByRole('button', { name: 'Save the contacts' }).click()
      await expect(page.getByText('The contacts are saved')).toBeVisible()
      await expect(page.getByText(`Orla Finch ${width}`)).toBeVisible()

      await page.getByRole('link', { name: 'Hours on the rotas' }).click()
      await expect(page.getByText(/as on the rotas\.$/)).toBeVisible()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download them as CSV' }).click()
      expect((await download).suggestedFilename()).toMatch(/^hours-\d{4}-\d\d\.csv$/)
    })

    test('an apprentice finds the way, whom to ask and the shifts, and says how it is', async ({ page }) => {
      await signIn(page, 'Lincolnshire', 'Apprentice')
      await expect(page.getByRole('region', { name: 'Where you are now' })).toBeVisible()
      await open(page, 'My placements')
      const now = page.getByRole('region', { name: 'Where you are now' })
      await expect(now.getByText(/about \d+ minutes/).first()).toBeVisible()
      await expect(now.getByRole('link', { name: /^Map/ })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Where you go next' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Whom to ask' }).getByText('Safeguarding')).toBeVisible()

      await now.getByRole('link', { name: /^Shifts/ }).click()
      await expect(page.getByRole('region', { name: 'Shifts' })).toContainText(/\d hours/)
      const feedback = page.getByRole('region', { name: 'Feedback' })
      await feedback.getByRole('radio', { name: '5, very good' }).check()
      await feedback.getByLabel('Where would you like to work now?').selectOption('Social care')
      await feedback.getByRole('button', { name: /feedback$/ }).click()
      await expect(feedback.getByRole('button', { name: 'Change my feedback' })).toBeVisible()
      await expectAccessible(page)
    })

    test('an apprentice has a calendar that anyone with the address can read until it is ended', async ({
      page,
      playwright,
    }) => {
      await signIn(page, 'Lincolnshire', 'Apprentice')
      await open(page, 'My placements')
      const calendar = page.getByRole('region', { name: 'In your own calendar' })
      await calendar.getByRole('button', { name: 'Make an address' }).click()
      const address = (await calendar.getByText(/\/calendars\//).textContent()) ?? ''
      await expectAccessible(page)
      const program = await playwright.request.newContext()
      const answer = await program.get(address)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-type']).toContain('text/calendar')
      expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT[^]*END:VCALENDAR\r\n$/)
      await calendar.getByRole('button', { name: /^End the address/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'End the address' }).click()
      await expect(calendar.getByRole('button', { name: 'Make an address' })).toBeVisible()
      expect((await program.get(address)).status()).toBe(404)
      await program.dispose()
    })

    test('an apprentice says where they would like to be', async ({ page }) => {
      await signIn(page, 'Lincolnshire', 'Apprentice')
      await open(page, 'My record')
      await page.getByRole('link', { name: /my preferences$/ }).click()
      await page.getByLabel('Where would you like to be most?').selectOption('Care home')
      await page.getByRole('button', { name: 'Save my preferences' }).click()
      await expect(page.getByText('The preferences are saved')).toBeVisible()
    })
  })
}
