import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from './test'

/** No rule of axe is broken, best practice among them, and nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page) {
  // Placeholders fade in; colours are judged when they stand.
  await expect(page.locator('.cw-loading')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false })
    // Only frames of other origins, of which there are none, need the slower way over a page of its own.
    .setLegacyMode()
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect(found, page.url()).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
