import { signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

// The NHS logo, its typeface and its blue are not ours to use, whatever the styles that we build on bring along.

test('the typeface is our own, on every kind of element', async ({ page }) => {
  await signIn(page, 'Suffolk', 'Coordinator')
  await page.goto('/enrolments/new')
  await expect(page.getByLabel('Given names')).toBeVisible()
  const families = await page.evaluate(() =>
    ['html', 'body', 'h1', 'p', 'label', 'input', 'select', 'button', 'a', 'legend'].map((tag) => {
      const element = document.querySelector(`main ${tag}`) ?? document.querySelector(tag)
      return element ? getComputedStyle(element).fontFamily : tag
    }),
  )
  for (const family of families) expect(family).toMatch(/^"Atkinson Hyperlegible Next Variable"/)
  expect(await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next Variable"'))).toBe(true)
})

test('nothing of the NHS identity is in the styles or on the page', async ({ page, request }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''))
  for (const sheet of sheets) {
    const css = await (await request.get(sheet)).text()
    expect(css).not.toMatch(/frutiger/i)
    expect(css).not.toMatch(/assets\.nhs\.uk/)
    expect(css).not.toMatch(/#005eb8/i)
    expect(css).not.toMatch(/url\(["']?data:/)
  }
  await expect(page.locator('[class*="logo"], [aria-label*="NHS"], img[src*="nhs"]')).toHaveCount(0)
  await expect(page).toHaveTitle('Sign in – Crossway')
  await expect(page.getByText('not operated or endorsed by the NHS')).toBeVisible()
})
