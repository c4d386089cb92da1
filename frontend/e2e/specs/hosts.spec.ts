import { expectAccessible } from '../pages/accessibility'
import { fillDate, inDays, open, signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

// One after the other: both widths edit the same setting, and the second save would rightly be refused as outdated.
test.describe.configure({ mode: 'default' })

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('a coordinator reads a setting, changes its capacity and compares policies', async ({ page }) => {
      await signIn(page, 'Coastal West Sussex', 'Coordinator')
      await open(page, 'Organisations')
      await page.getByRole('link', { name: /^Western Sussex Hospitals/ }).click()
      await expect(page.getByText('Vaccination comes before the first shift.')).toBeVisible()
      await page.getByRole('link', { name: 'Stroke ward' }).click()
      await expect(page.getByText('4 days on, 4 days off: 12 hours from 07:30')).toBeVisible()
      await expect(page.getByText('18 and over on the first day')).toBeVisible()
      await expect(page.getByRole('table', { name: /Apprentices at once/ })).toBeVisible()
      await page.getByRole('link', { name: 'Edit the setting' }).click()
      await expect(page.getByLabel('Postcode')).toHaveValue('BN11 2DH')

      await page.goBack()
      await page.getByRole('link', { name: 'Edit capacity' }).click()
      await page.getByRole('button', { name: 'Add a closure' }).click()
      await page.getByRole('button', { name: 'Save the capacity' }).click()
      await expect(page.getByRole('alert')).toContainText('Enter a day of the first closed week')
      await expectAccessible(page)
      const closure = page.getByRole('group', { name: /^Closure/ }).last()
      await fillDate(page, 'First closed week', inDays(width === 360 ? 30 : 60))
      await closure.getByLabel('Weeks').fill('1')
      await closure.getByLabel('Reason').fill('Refurbishment')
      await page.getByRole('button', { name: 'Save the capacity' }).click()
      await expect(page.getByText('The capacity is saved')).toBeVisible()
      await expect(page.getByText('Closed: Refurbishment').first()).toBeVisible()
      await page.getByRole('link', { name: 'Edit capacity' }).click()
      await page.getByRole('button', { name: /^Remove closure/ }).click()
      await page.getByRole('button', { name: 'Save the capacity' }).click()
      await expect(page.getByText('The capacity is saved')).toBeVisible()

      await page.goto('/policies')
      const vaccination = page.getByRole('region', { name: 'Vaccination' })
      await expect(vaccination).toContainText('They differ')
      await expect(vaccination).toContainText('Voluntary')
    })
  })
}

test('an employer changes their own settings and sees no others', async ({ page }) => {
  await signIn(page, 'Blackburn with Darwen', 'Employer')
  await open(page, 'Organisations')
  await page.getByRole('link', { name: /^Blackburn with Darwen Borough Council/ }).click()
  await page.getByRole('link', { name: /own homes/ }).click()
  await expect(page.getByText('At times: each needs a risk assessment first')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit capacity' })).toBeVisible()
  await open(page, 'Organisations')
  await page.getByRole('link', { name: /^Lancashire Care/ }).click()
  await expect(page.getByText(/for its own people and the coordinator/)).toBeVisible()
})
