import axe from 'axe-core'
import { expect } from 'vitest'

/** Fails with every accessibility rule that the page breaks. Colours and sizes need a real browser: see `e2e`. */
export async function expectAccessible(root: Element = document.documentElement) {
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
