import { expectAccessible } from '../pages/accessibility'
import { fillDate, inDays, open, signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

for (const width of [360, 1440]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })
    // Both widths write into the same partnership.
    const name = (what: string) => `${what} ${width}`

    test('a coordinator adds an organisation, and a programme whose blocks they move, and opens a cohort', async ({
      page,
    }) => {
      await signIn(page, 'Suffolk', 'Coordinator')
      await open(page, 'Organisations')
      await page.getByRole('link', { name: 'Add an organisation' }).click()
      await page.getByLabel('UKPRN').fill('12')
      await page.getByRole('button', { name: 'Add the organisation' }).click()
      await expect(page.getByRole('alert')).toContainText('Enter the UKPRN as 8 digits')
      await expectAccessible(page)
      await page.getByLabel('Name', { exact: true }).fill(name('Alderside Hospice'))
      await page.getByLabel('Kind').selectOption('Hospice')
      await page.getByLabel('Social care').check()
      await page.getByLabel('UKPRN').fill('')
      await page.getByRole('button', { name: 'Add the organisation' }).click()
      await expect(page.getByText(`${name('Alderside Hospice')} is a member of the partnership now`)).toBeVisible()

      await open(page, 'Programmes')
      await page.getByRole('link', { name: 'Add a programme' }).click()
      await page.getByRole('textbox', { name: 'Name' }).first().fill(name('Estuary rotation'))
      await page.getByLabel('Summary').fill('Half a year in a hospice, half a year on a ward.')
      await page.getByLabel('Stage of integration').selectOption('2')
      await page.getByLabel('Pathway').selectOption('Social care')
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Care Certificate')
      await page.getByLabel('Weekly hours', { exact: true }).fill('37.5')
      await page.getByLabel('Hours of learning within them').fill('7.5')
      const block = (number: number) => page.getByRole('group', { name: `Block ${number}`, exact: true })
      await block(1).getByLabel('Name').fill('Ward')
      await block(1).getByLabel('Length in weeks').fill('26')
      await block(1).getByLabel('Acute ward').check()
      await block(2).getByLabel('Name').fill('Hospice')
      await block(2).getByLabel('Length in weeks').fill('26')
      await block(2).getByRole('button', { name: 'Move block 2 up' }).press('Enter')
      await expect(block(1).getByLabel('Name')).toHaveValue('Hospice')
      await expect(block(1).getByRole('button', { name: 'Move block 1 up' })).toBeFocused()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Add the programme' }).click()
      await expect(page.getByRole('heading', { level: 1, name: name('Estuary rotation') })).toBeVisible()

      await page.getByRole('link', { name: 'Learning days and reviews' }).click()
      await page.getByRole('button', { name: 'Add a learning day' }).click()
      await page.getByLabel('What it is').fill('College day')
      await page.getByLabel('Days each time').fill('1')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('The programme is saved')).toBeVisible()
      await expect(page.getByText('1 day every week')).toBeVisible()

      await page.getByRole('link', { name: 'Open a cohort' }).click()
      await page.getByLabel('Name').fill('First')
      await fillDate(page, 'First day', inDays(60))
      await fillDate(page, 'Last day', inDays(60 + 52 * 7))
      await page.getByLabel('Places').fill('4')
      await page.getByRole('button', { name: 'Open the cohort' }).click()
      await expect(page.getByText('The cohort First is open')).toBeVisible()
      await page.getByRole('link', { name: 'Edit the cohort' }).click()
      await page.getByLabel('Places').fill('5')
      await page.getByRole('button', { name: 'Save the cohort' }).click()
      await expect(page.getByText('The cohort is saved')).toBeVisible()
    })

    test('a coordinator imports a table of organisations after its faults are mended', async ({ page }) => {
      await signIn(page, 'Staffordshire', 'Coordinator')
      await open(page, 'Organisations')
      await page.getByRole('link', { name: 'Import from a table' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download what is recorded as CSV' }).click()
      expect((await download).suggestedFilename()).toBe('organisations.csv')

      const send = async (postcode: string) => {
        const table = `name,kind,sector,postcode\n${name('Moorland Care')},home_care,social_care,${postcode}\n`
        await page
          .getByLabel('Your file')
          .setInputFiles({ name: 'hosts.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
        await page.getByRole('button', { name: 'Check the file' }).click()
      }
      await send('ST13')
      await expect(page.getByText('1 row cannot be taken')).toBeVisible()
      await expect(page.getByText('postcode: Enter a full postcode, like BN11 2DH.')).toBeVisible()
      await expectAccessible(page)
      await send('ST13 5AA')
      await expect(page.getByText('The file adds 1')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Save 1 change' }).click()
      await expect(page.getByText('1 change saved from the table')).toBeVisible()
      await page.getByLabel('Search by name').fill(name('Moorland Care'))
      await expect(page.getByRole('link', { name: name('Moorland Care') })).toBeVisible()
    })
  })
}

test('a coordinator keeps an apprentice out of an organisation, and lifts that again', async ({ page }) => {
  await signIn(page, 'Herefordshire', 'Coordinator')
  await open(page, 'Learners')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Add an exclusion' }).click()
  await page.getByLabel('Organisation').selectOption({ index: 1 })
  await page.getByLabel('Agreed with the apprentice').check()
  await page.getByRole('button', { name: 'Keep them out' }).click()
  await expect(page.getByText('The exclusion is noted')).toBeVisible()
  await page.getByRole('button', { name: /^Lift/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click()
  await expect(page.getByText('Every setting may be planned for them.')).toBeVisible()
})
