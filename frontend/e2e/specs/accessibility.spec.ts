import { readFileSync } from 'node:fs'
import { expectAccessible } from '../pages/accessibility'
import { signIn, signInAs } from '../pages/crossway'
import { addressesIn } from '../pages/records'
import { expect, type Page, test } from '../pages/test'
import { walks } from '../pages/walks'

// Each walks through many pages and judges every one. What only shows on the way, such as the errors of a form,
// dialogs and previews, is judged by the journeys that lead there.
test.describe.configure({ timeout: 240_000 })

const signingIn = [
  '/sign-in',
  '/sign-in?reason=ended',
  '/sign-in?reason=signed-out',
  '/forgotten-password',
  '/reset-password',
  '/reset-password#token=x',
  '/invitation',
]
const actions = ['change', 'break', 'transfer', 'complete', 'withdraw', 'return', 'nonsense']

/** The page as it stands, on a phone and on a desk. */
async function judgeBoth(page: Page) {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
  }
}

async function judge(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await judgeBoth(page)
}

test('no page of the client is left out', () => {
  const routes = ['router', 'desk-routes', 'plan-routes'].flatMap((file) => {
    const source = readFileSync(
      new URL(`../../src/app/${file}.tsx`.replace('-routes.tsx', '-routes.ts'), import.meta.url),
      'utf8',
    )
    return Array.from(source.matchAll(/path: '([^']+)'/g), ([, path = '']) => path)
  })
  expect(routes.length).toBeGreaterThan(60)
  const walked = [
    ...signingIn,
    ...Object.values(walks).flatMap(({ pages }) => pages),
    '/enrolments/$enrolment',
    '/enrolments/$enrolment/change',
  ]
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.replace(/\$\w+/g, '[^/?#]+')}([?#]|$)`),
  }))
  expect(
    patterns.filter(({ pattern }) => !walked.some((page) => pattern.test(page))).map(({ route }) => route),
  ).toEqual([])
})

test('pages of signing in', async ({ page }) => {
  for (const address of signingIn) await judge(page, address)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await judgeBoth(page)
})

for (const [title, { programme, who, pages }] of Object.entries(walks)) {
  test(`pages of ${title}`, async ({ page }) => {
    await signInAs(page, programme, who)
    const filledIn = addressesIn(page, programme)
    for (const address of pages) await judge(page, await filledIn(address))
  })
}

test('every form about an enrolment, empty and with its errors', async ({ page }) => {
  await signIn(page, 'Liverpool home care', 'Coordinator')
  await page.goto('/enrolments?state=active')
  await page
    .getByRole('link', { name: /^Open the enrolment/ })
    .first()
    .click()
  await expect(page.getByRole('link', { name: 'Begin a break' })).toBeVisible()
  await judgeBoth(page)
  const enrolment = page.url()
  for (const action of actions) {
    await judge(page, `${enrolment}/${action}`)
    const submit = page.getByRole('main').locator('button[type=submit]')
    if (await submit.isVisible()) {
      await submit.click()
      await expect(page.getByRole('alert')).toBeVisible()
      await judgeBoth(page)
    }
  }
})

test('menus, and being offline', async ({ page, context }) => {
  await signIn(page, 'Suffolk', 'Coordinator')
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const menu = page.getByRole('button', { name: 'Menu', exact: true })
    if (await menu.isVisible()) await menu.click()
    const account = page.getByRole('button', { name: /^Your account/ })
    await account.click()
    await expectAccessible(page)
    await account.click()
  }
  await page.goto('/members')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
  await judgeBoth(page)
  await context.setOffline(false)
})
