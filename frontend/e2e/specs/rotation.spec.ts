import { expectAccessible } from '../pages/accessibility'
import { fillDate, inDays, open, signIn, signInAs } from '../pages/crossway'
import { firstOf, type Item } from '../pages/records'
import { expect, type Page, test } from '../pages/test'
import { openTriedCohort } from '../pages/tried'

// Several people do their part, one after the other.
test.describe.configure({ timeout: 240_000 })

const partnership = 'Coastal West Sussex'
const hospital = 'Western Sussex Hospitals'
const coordinator = (page: Page) => signIn(page, partnership, 'Coordinator')
const host = (page: Page) => signInAs(page, partnership, `Placements at ${hospital}`)

/** The placement in social care, which comes second. */
const toCome = ({ starts_on = '' }: Item) => starts_on > inDays(0)

async function publish(page: Page) {
  await expect(page.getByRole('heading', { level: 2, name: 'Before you publish' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Publish this plan' })
  const accepted = page.getByLabel('I accept what is marked “To be accepted”')
  await expect(button).toBeVisible()
  if (await accepted.isVisible()) {
    await button.click()
    await expect(page.getByRole('alert')).toContainText('Say that you accept')
    await expectAccessible(page)
    await accepted.check()
  }
  await button.click()
  await expect(page.getByText('This plan is in force now')).toBeVisible()
}

/** From what waits on the home page to the placement at the hospital itself. */
async function followNeed(page: Page, apprentice: string) {
  const waiting = page.getByRole('region', { name: 'What placements wait for' }).getByRole('listitem')
  await waiting.filter({ hasText: apprentice }).filter({ hasText: hospital }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: apprentice })).toBeVisible()
}

async function take(page: Page, link: string, button: string, done: string) {
  await page.getByRole('link', { name: link }).click()
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText(done)).toBeVisible()
}

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('a cohort is planned and published, a placement of it begins, and the plan is mended when a setting closes', async ({
      page,
    }) => {
      await coordinator(page)
      const { cohortId, learnerId, apprentice } = await openTriedCohort(
        page,
        `${width} at ${new Date().toISOString().slice(11, 19)}`,
      )

      await test.step('a coordinator plans and publishes', async () => {
        await page.goto(`/cohorts/${cohortId}`)
        await page.getByRole('link', { name: 'Plan the rotations' }).click()
        await expect(page.getByRole('heading', { level: 1, name: /Plans$/ })).toBeVisible()
        await page.getByLabel('Name', { exact: true }).fill('First try')
        await page.getByRole('button', { name: 'Make the plan' }).click()
        await page.getByLabel('Stop after').selectOption('10 seconds')
        const plan = page.getByRole('button', { name: /^Plan it/ })
        await plan.click()

        const conflict = page.getByRole('region', { name: 'No plan keeps all rules' })
        await expect(conflict).toContainText(`${apprentice} has no enhanced DBS check`, { timeout: 90_000 })
        await expectAccessible(page)
        await conflict
          .getByRole('button', { name: /^Apply/ })
          .first()
          .click()
        const assumed = page.getByRole('region', { name: 'What it takes for granted' })
        await expect(assumed).toContainText(`${apprentice} holds the enhanced DBS check`)
        await plan.click()
        await expect(page.locator('main').getByText('Planned', { exact: true })).toBeVisible({ timeout: 90_000 })
        await page.getByRole('link', { name: 'Publish', exact: true }).click()
        await publish(page)
      })

      await test.step('the placement is offered, accepted, confirmed, prepared and begun', async () => {
        await open(page, 'Home')
        await followNeed(page, apprentice)
        await take(page, 'Offer it to the host', 'Offer it', 'The placement is offered')
        const placement = new URL(page.url()).pathname

        await host(page)
        await open(page, 'Placements')
        const offers = page.getByRole('region', { name: 'Offers to answer' })
        await offers.getByLabel(new RegExp(`^${apprentice}: `)).check()
        await offers.getByRole('button', { name: 'Accept those chosen' }).click()
        await expect(page.getByText('1 offer accepted')).toBeVisible()

        await coordinator(page)
        await followNeed(page, apprentice)
        await take(page, 'Confirm it to the apprentice', 'Confirm', 'The placement is confirmed')

        await host(page)
        await followNeed(page, apprentice)
        await page.getByRole('button', { name: 'Publish the rota' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Publish the rota' }).click()
        await expect(page.getByText(/^Published on/)).toBeVisible()
        await page.getByRole('link', { name: 'Record the induction' }).click()
        await page.getByLabel('Mentor (optional)').fill('Tamsin Oakridge')
        await page.getByRole('button', { name: 'Record the induction' }).click()
        await expect(page.getByText('The induction is recorded')).toBeVisible()
        await page.getByRole('link', { name: 'Record the start' }).click()
        await expect(page.getByText('It cannot start before they are recorded.')).toBeVisible()
        await page.getByRole('button', { name: 'Record the start' }).click()
        await expect(page.getByRole('alert')).toContainText('Record them first')

        await coordinator(page)
        await page.goto(`/learners/${learnerId}/clearances/new`)
        await page.getByLabel('Enhanced DBS check').check()
        await fillDate(page, 'First day', inDays(-20))
        await page.getByRole('button', { name: 'Record the clearance' }).click()
        await expect(page.getByText('The clearance is recorded')).toBeVisible()

        await host(page)
        await page.goto(placement)
        await expect(page.getByText('Not all clearances cover this placement')).toHaveCount(0)
        await take(page, 'Record the start', 'Record the start', 'The placement is under way')
        await expect(page.getByText('Tamsin Oakridge').first()).toBeVisible()

        const feedback = page.getByRole('region', { name: 'Feedback' })
        await feedback.getByRole('radio', { name: '4', exact: true }).check()
        await feedback.getByLabel('What goes well? (optional)').fill('Asks before doing.')
        await feedback.getByRole('button', { name: /feedback$/ }).click()
        await expect(feedback.getByRole('button', { name: 'Change my feedback' })).toBeVisible()
        await expectAccessible(page)
      })

      await test.step('a setting closes, and the plan is mended', async () => {
        await coordinator(page)
        await page.goto(`/cohorts/${cohortId}`)
        await expect(page.getByRole('table', { name: 'Who pays what' })).toBeVisible()
        await expect(page.getByRole('table', { name: 'How placements are rated, out of 5' })).toContainText('The host')
        await page.getByRole('link', { name: 'Plan the rotations' }).click()
        await page.getByRole('link', { name: 'Something happened' }).click()
        await page.getByRole('radio', { name: 'A setting closes' }).check()
        const care = await firstOf(page, `/api/placements/v1/placements?cohort_id=${cohortId}&state=proposed`, toCome)
        await page.getByLabel('Which setting?').selectOption(care.setting_id ?? '')
        await fillDate(page, 'From when?', inDays(60))
        await page.getByRole('button', { name: 'Look for alternatives' }).click()
        await expect(page.getByText('Alternatives found')).toBeVisible({ timeout: 90_000 })
        const best = page.getByRole('region', { name: /^1\. / })
        await expect(best).toContainText('1 person moves')
        await expect(best.getByRole('table', { name: 'Placements that hosts get and lose' })).toContainText(
          'West Sussex County Council',
        )
        await expect(best.getByRole('table', { name: /somewhere else$/ }).getByRole('row')).toHaveCount(2)
        await expectAccessible(page)
        await best.getByRole('link', { name: /^Choose this/ }).click()
        await publish(page)
        await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Plans' }).click()
        const plans = page.getByRole('table', { name: /^Plans of this cohort/ })
        await expect(plans.getByRole('row', { name: /First try/ })).toContainText('Was in force')
      })
    })
  })
}
