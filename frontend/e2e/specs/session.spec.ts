import { expectAccessible } from '../pages/accessibility'
import { programmes, signIn, signInAnew, signInEverywhere } from '../pages/crossway'
import { expect, test } from '../pages/test'

// One after the other: the coordinator of all nine signs out everywhere, and appears in no other file.
test.describe.configure({ mode: 'default' })

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('one coordinator works in all nine partnerships and changes between them', async ({ page }) => {
      await signInEverywhere(page, 'Suffolk')
      await expect(page.getByText('Coordinator in Suffolk')).toBeVisible()

      const menu = page.getByRole('button', { name: 'Menu', exact: true })
      if (await menu.isVisible()) await menu.click()
      await page.getByRole('button', { name: /^Partnership: Suffolk/ }).click()
      const choices = page.getByRole('list', { name: 'Work in another partnership' })
      await expect(choices.getByRole('button')).toHaveCount(programmes.length)
      await expectAccessible(page)
      await choices.getByRole('button', { name: /^Leeds/ }).click()
      await expect(page.getByText('Coordinator in Leeds')).toBeVisible()

      await page.reload()
      await expect(page.getByText('Coordinator in Leeds')).toBeVisible()
      await page.goto('/programmes')
      await expect(page.getByRole('heading', { level: 2, name: /Leeds/ })).toBeVisible()
    })
  })
}

test('a wrong password is told kindly', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill('nobody@example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the password of anybody')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('Email address')).toHaveValue('nobody@example.org')
})

test('a sign-in that was ended elsewhere leads back to where one was, with what was typed', async ({
  page,
  browser,
}) => {
  await signInEverywhere(page, 'Herefordshire')
  await page.goto('/enrolments/new')
  await page.getByLabel('Given names').fill('Imogen')

  const elsewhere = await browser.newContext()
  const there = await elsewhere.newPage()
  await signInEverywhere(there, 'Herefordshire')
  await there.goto('/account')
  await expect(there.getByText('This browser', { exact: true })).toBeVisible()
  await there.getByRole('button', { name: 'Sign out everywhere else' }).first().click()
  await there.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(there.getByRole('button', { name: /^Sign out/ })).toHaveCount(0)
  await elsewhere.close()

  await page.getByLabel('Somebody Crossway knows already').check()
  await page.getByLabel('Find the learner').fill('an')
  await expect(page.getByText('Please sign in again')).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in\?.*return=/)

  await page.getByLabel('Programme').selectOption('Herefordshire')
  await page.getByRole('button', { name: /in every programme/ }).click()
  await expect(page).toHaveURL(/\/enrolments\/new$/)
  await expect(page.getByText(/What you had typed/)).toBeVisible()
})

test('signing out closes every door', async ({ page }) => {
  await signInAnew(page, 'Suffolk', '^Assessor')
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You have signed out')).toBeVisible()
  await page.goto('/learners')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})

test('offline is said; what was read stays; the way back is found without reloading', async ({ page, context }) => {
  await signIn(page, 'Suffolk', 'Coordinator')
  await page.goto('/cohorts')
  const cohort = page.getByRole('rowheader').first()
  await expect(cohort).toBeVisible()

  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
  await expect(cohort).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText('You are offline.')).toBeHidden({ timeout: 40_000 })
})
