import { expectAccessible } from '../pages/accessibility'
import { open, signIn } from '../pages/crossway'
import { expect, type Page, test } from '../pages/test'

// One after the other: both widths plan the same cohort, and change how its programme is planned.
test.describe.configure({ mode: 'default' })

async function openPlans(page: Page) {
  await page.goto('/cohorts?state=running')
  await page.getByRole('table').getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Plan the rotations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Plans$/ })).toBeVisible()
}

async function makePlan(page: Page, name: string) {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Make the plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Presses Tab until the focus is on a bar of the board. */
async function tabToBoard(page: Page) {
  const onBar = () => page.evaluate(() => document.activeElement?.classList.contains('cw-bar') ?? false)
  for (let presses = 0; presses < 60 && !(await onBar()); presses++) await page.keyboard.press('Tab')
  expect(await onBar()).toBe(true)
}

/** Moves the first block that may go elsewhere, with no more than the keys. */
async function moveByKeys(page: Page) {
  const said = page.getByTestId('announcer')
  const isMovable = () => page.evaluate(() => document.activeElement?.hasAttribute('data-movable'))
  await tabToBoard(page)
  for (let row = 0; row < 10; row++) {
    await page.keyboard.press('End')
    for (let block = 0; block < 10 && !(await isMovable()); block++) await page.keyboard.press('ArrowLeft')
    const name = (await page.locator('.cw-bar:focus').getAttribute('aria-label'))?.split(',')[0] ?? ''
    await page.keyboard.press('m')
    await expect(said).toHaveText(new RegExp(`^${name} is picked up|^There is no other place for ${name}`))
    if (/is picked up/.test((await said.textContent()) ?? '')) break
    await page.keyboard.press('ArrowDown')
  }
  const carried = page.locator('.cw-bar--carried')
  await expect(carried).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(said).toHaveText('Cancelled. It is back where it was.')
  await page.keyboard.press('m')
  await expect(carried).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(said).toHaveText(/ moved to /)
  await expect(page.locator('.cw-bar:focus')).toHaveCount(1)
}

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('a coordinator has a plan computed, changes it by hand, compares it and looks at what publishing would do', async ({
      page,
    }) => {
      const name = `Tried at ${width}`
      await signIn(page, 'Suffolk', 'Coordinator')
      await openPlans(page)
      await makePlan(page, name)
      await expectAccessible(page)
      await page.getByLabel('Stop after').selectOption('10 seconds')
      await page.getByRole('button', { name: 'Plan it' }).click()
      await expect(page.locator('main').getByText('Planned', { exact: true })).toBeVisible({ timeout: 90_000 })
      await expect(page.getByText(/^Proven:/)).toBeVisible()

      await page.getByRole('link', { name: 'Board', exact: true }).click()
      if (width > 768) {
        await expect(page.getByRole('grid', { name: 'People by weeks' })).toBeVisible()
        await page.getByRole('button', { name: 'Settings by weeks' }).click()
        await expect(page.getByRole('grid', { name: 'Settings by weeks' })).toBeVisible()
        await page.getByRole('button', { name: 'People by weeks' }).click()
        await expect(page.getByRole('grid', { name: 'People by weeks' })).toBeVisible()
      } else {
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      }
      await page.locator('main .cw-bar').last().press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: 'Pin here' })).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Pin here' }).press('Enter')
      await expect(dialog).toBeHidden()
      const undo = page.getByRole('button', { name: /^Undo/ })
      await expect(undo).toBeVisible()
      await undo.press('Enter')
      await expect(page.getByTestId('announcer')).toHaveText(/^Undone/)

      await page.getByRole('link', { name: 'Compare', exact: true }).click()
      await expect(
        page
          .getByRole('table', { name: /^Points by wish/ })
          .getByRole('row')
          .last(),
      ).toContainText('All together')
      await expect(page.getByRole('region', { name: 'Who is somewhere else' })).toContainText(/Nobody|somewhere else/)
      await page.getByRole('link', { name: 'Publish', exact: true }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Before you publish' })).toBeVisible()

      await page.getByRole('link', { name: 'Overview', exact: true }).click()
      await page.getByRole('button', { name: 'Delete this plan' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Delete this plan' }).click()
      await expect(page.getByText(`${name} is deleted`)).toBeVisible()
    })

    test('a coordinator says how a programme is planned', async ({ page }) => {
      await signIn(page, 'Suffolk', 'Coordinator')
      const weights = async (points: string) => {
        await openPlans(page)
        await page.getByRole('link', { name: 'How this programme is planned' }).click()
        await page.getByLabel('Company').fill(points)
        await page.getByRole('button', { name: 'Save', exact: true }).click()
      }
      await weights('many')
      await expect(page.getByRole('alert')).toContainText('Enter points from 0 to 1000')
      await expectAccessible(page)
      await page.getByLabel('Company').fill('3')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('How the programme is planned is saved')).toBeVisible()
      await weights('1')
      await expect(page.getByText('How the programme is planned is saved')).toBeVisible()
    })
  })
}

test('a bar of the board is moved with the keys alone', async ({ page }) => {
  await signIn(page, 'Herefordshire', 'Coordinator')
  await openPlans(page)
  await page.getByLabel('Start from').selectOption({ label: 'A copy of Plan for the whole cohort (in force)' })
  await makePlan(page, 'Tried with the keys')
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'People by weeks' })).toBeVisible()
  await moveByKeys(page)
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByText(/is somewhere else\.$/)).toBeVisible()
  await expect(page.getByRole('table', { name: /somewhere else$/ }).getByRole('row')).toHaveCount(2)
})

test('an employer is offered no planning', async ({ page }) => {
  await signIn(page, 'Suffolk', 'Employer')
  await open(page, 'Cohorts')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Cohort/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plan the rotations' })).toBeHidden()
})
