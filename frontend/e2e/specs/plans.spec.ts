import { expectAccessible } from '../pages/accessibility'
import { open, signIn } from '../pages/crossway'
import { expect, type Page, test } from '../pages/test'

// One after the other: both widths plan the same cohort.
test.describe.configure({ mode: 'default' })

async function openPlans(page: Page) {
  await open(page, 'Cohorts')
  await page.getByLabel('State').selectOption('Running')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Plan the rotations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Plans$/ })).toBeVisible()
}

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('a coordinator makes a plan, has it computed, changes it by hand and looks at what publishing would do', async ({
      page,
    }) => {
      await signIn(page, 'Suffolk', 'Coordinator')
      await openPlans(page)
      await expectAccessible(page)

      await page.getByLabel('Name').fill(`Tried at ${width}`)
      await page.getByRole('button', { name: 'Make the plan' }).click()
      await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Tried at ${width}`) })).toBeVisible()
      await expectAccessible(page)

      await page.getByLabel('Stop after').selectOption('10 seconds')
      await page.getByRole('button', { name: 'Plan it' }).click()
      await expect(page.locator('main').getByText('Planned', { exact: true })).toBeVisible({ timeout: 90_000 })
      await expect(page.getByText(/^Proven:/)).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('link', { name: 'Board', exact: true }).click()
      if (width > 768) {
        await expect(page.getByRole('grid', { name: 'People by weeks' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Settings by weeks' }).click()
        await expect(page.getByRole('grid', { name: 'Settings by weeks' })).toBeVisible()
      } else {
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      }
      await expectAccessible(page)
      await page.getByRole('button', { name: 'People by weeks' }).click()

      const movable = page.locator('main .cw-bar').last()
      await movable.click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: 'Pin here' })).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Pin here' }).click()
      await expect(dialog).toBeHidden()
      const undo = page.getByRole('button', { name: /^Undo/ })
      await expect(undo).toBeVisible()
      await undo.click()

      await page.getByRole('link', { name: 'Compare', exact: true }).click()
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Publish', exact: true }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Before you publish' })).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('link', { name: 'Overview', exact: true }).click()
      await page.getByRole('button', { name: 'Delete this plan' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Delete this plan' }).click()
      await expect(page.getByText(`Tried at ${width} is deleted`)).toBeVisible()
    })
  })
}

test('an employer is offered no planning', async ({ page }) => {
  await signIn(page, 'Suffolk', 'Employer')
  await open(page, 'Cohorts')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plan the rotations' })).toBeHidden()
})
