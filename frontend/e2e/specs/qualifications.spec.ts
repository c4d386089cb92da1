import { expectAccessible } from '../pages/accessibility'
import { open, openProgramme, signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

// One after the other: both widths change the same programme, and the second save would rightly be refused as outdated.
test.describe.configure({ mode: 'default' })

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('a coordinator reads qualifications and changes what the programme asks for', async ({ page }) => {
      await signIn(page, 'Suffolk', 'Coordinator')
      await open(page, 'Qualifications')
      await page.getByRole('link', { name: 'Care Certificate' }).click()
      await expect(page.getByRole('heading', { name: '13. Health and safety' })).toBeVisible()
      await page.getByRole('link', { name: 'Fluids and nutrition' }).press('Enter')
      await expect(page.getByRole('heading', { name: '8. Fluids and nutrition' })).toBeInViewport()

      await page.goto(`${page.url().split('#')[0]}#criterion-13.3`)
      await page.reload()
      await expect(page.getByText('Moves and assists people')).toBeInViewport()

      await openProgramme(page, 'Suffolk')
      const asked = page.getByRole('region', { name: 'What has to be evidenced' })
      await expect(asked.getByRole('link', { name: /^Level 2 Diploma/ })).toBeVisible()
      for (const wanted of [false, true]) {
        await asked.getByRole('link', { name: 'Change what it asks for' }).click()
        await page.getByLabel(/^Level 2 Diploma/).setChecked(wanted)
        await page.getByRole('button', { name: 'Save what it asks for' }).click()
        await expect(page.getByText('What the programme asks for is saved')).toBeVisible()
        await expect(asked.getByRole('link', { name: /^Level 2 Diploma/ })).toHaveCount(wanted ? 1 : 0)
      }
    })

    test('an apprentice sees what is still needed, and what of it belongs in a placement', async ({ page }) => {
      await signIn(page, 'Lincolnshire', 'Apprentice')
      await open(page, 'My record')
      const needed = page.getByRole('region', { name: 'What I still need' })
      await expect(needed.getByRole('progressbar').first()).toBeVisible()
      await needed.getByRole('link', { name: /one by one/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'What I still need' })).toBeVisible()
      await page.locator('summary').filter({ hasText: '13. Health and safety' }).press('Enter')
      await expect(page.getByText('Moves and assists people')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: /^Show only what is missing/ }).click()
      await expect(page.getByText('13.3', { exact: true })).toBeVisible()
      await expect(page.getByText('13.1', { exact: true })).toHaveCount(0)
    })

    test('an assessor and an employer see what their apprentices have to evidence', async ({ page }) => {
      for (const role of ['Assessor', 'Employer'] as const) {
        await signIn(page, 'Leeds', role)
        await page.goto('/learners?state=active')
        await page.getByRole('rowheader').getByRole('link').first().click()
        const region = page.getByRole('region', { name: 'What is still to be evidenced' })
        await region.getByRole('link', { name: 'See all criteria' }).click()
        await expect(page.getByText('8. Fluids and nutrition')).toBeVisible()
      }
    })
  })
}
