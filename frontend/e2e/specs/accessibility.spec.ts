import { expectAccessible } from '../pages/accessibility'
import { openProgramme, signIn, signInEverywhere } from '../pages/crossway'
import { expect, type Page, test } from '../pages/test'

// Each walks through many pages and judges every one.
test.describe.configure({ timeout: 240_000 })

const widths = [360, 1440]

/** Follows the first link of the list on the page. */
async function first(page: Page) {
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('table').or(page.getByText('Employer of record')).first()).toBeVisible()
}

for (const width of widths) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('pages of signing in', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.getByLabel('Programme')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      for (const path of [
        '/sign-in?reason=ended',
        '/sign-in?reason=signed-out',
        '/forgotten-password',
        '/reset-password',
        '/reset-password#token=x',
        '/invitation',
        '/nowhere',
      ]) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
    })

    test('pages of a coordinator', async ({ page }) => {
      await signIn(page, 'Lincolnshire', 'Coordinator')
      await expect(page.getByRole('link', { name: /temporary ULN/ })).toBeVisible()
      await expectAccessible(page)
      for (const path of [
        '/cohorts',
        '/learners',
        '/enrolments',
        '/enrolments?attention=temporary_uln',
        '/members',
        '/members/invite',
        '/account',
        '/enrolments/new',
        '/cohorts?q=zzz',
        '/learners?q=zzz',
      ]) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
      await openProgramme(page, 'Lincolnshire')
      await expect(page.getByRole('heading', { name: 'In short' })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/cohorts')
      await first(page)
      await expectAccessible(page)
      await page.goto('/learners')
      await first(page)
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Correct the record' }).click()
      await expect(page.getByLabel('Given names')).toBeVisible()
      await expectAccessible(page)
    })

    test('every form about an enrolment, empty and with its errors', async ({ page }) => {
      await signIn(page, 'Liverpool home care', 'Coordinator')
      await page.goto('/enrolments?state=active')
      await page
        .getByRole('link', { name: /^Open the enrolment/ })
        .first()
        .click()
      await expect(page.getByRole('link', { name: 'Begin a break' })).toBeVisible()
      await expectAccessible(page)
      const enrolment = page.url()
      for (const action of ['change', 'break', 'transfer', 'complete', 'withdraw', 'return', 'nonsense']) {
        await page.goto(`${enrolment}/${action}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        const submit = page.getByRole('main').locator('button[type=submit]')
        if (await submit.isVisible()) {
          await submit.click()
          await expect(page.getByRole('alert')).toBeVisible()
          await expectAccessible(page)
        }
      }
    })

    test('pages of the others', async ({ page, context }) => {
      for (const role of ['Apprentice', 'Employer', 'Assessor'] as const) {
        await context.clearCookies()
        await signIn(page, 'Coastal West Sussex', role)
        await expectAccessible(page)
        await page.goto('/programmes')
        await expectAccessible(page)
      }
      await context.clearCookies()
      await signIn(page, 'Coastal West Sussex', 'Administrator')
      for (const path of [
        '/partner-systems',
        '/partner-systems/new',
        '/members',
        '/cohorts/018f0000-0000-7000-8000-00000000dead',
      ]) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
      await page.goto('/members')
      await page
        .getByRole('link', { name: /^Roles of/ })
        .first()
        .click()
      await expect(page.getByLabel('Coordinator')).toBeVisible()
      await expectAccessible(page)
    })

    test('menus, dialogs and being offline', async ({ page, context }) => {
      await signInEverywhere(page, 'Suffolk')
      const menu = page.getByRole('button', { name: 'Menu', exact: true })
      if (await menu.isVisible()) await menu.click()
      await page.getByRole('button', { name: /^Partnership/ }).click()
      await expectAccessible(page)
      await page.getByRole('button', { name: /^Your account/ }).click()
      await expectAccessible(page)

      await page.goto('/members')
      await expect(page.getByRole('rowheader').first()).toBeVisible()
      await context.setOffline(true)
      await expect(page.getByText('You are offline.')).toBeVisible()
      await expectAccessible(page)
      await context.setOffline(false)
    })
  })
}
