import { expectAccessible } from '../pages/accessibility'
import { fillDate, inDays, open, signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

test('a clearance that ends soon is found from the home page, and its renewal recorded', async ({ page }) => {
  await signIn(page, 'Suffolk', 'Coordinator')
  await page.getByRole('link', { name: /with a clearance that ends soon$/ }).click()
  await page.getByRole('rowheader').getByRole('link').first().click()
  const clearances = page.getByRole('region', { name: 'Clearances' })
  await expect(clearances.getByText('Ends soon')).toBeVisible()

  await clearances.getByRole('link', { name: 'Record a clearance' }).click()
  await page.getByLabel('Use of a car').check()
  await fillDate(page, 'First day', inDays(0))
  await page.getByRole('button', { name: 'Record the clearance' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByText(/Let one end on the day before/)).toBeVisible()
  await expectAccessible(page)
  await fillDate(page, 'First day', inDays(90))
  await page.getByRole('button', { name: 'Record the clearance' }).click()
  await expect(page.getByText('The clearance is recorded')).toBeVisible()
  await expect(clearances.getByText('Not yet')).toBeVisible()
})

test('an apprentice reads what is known of them and gives preferences', async ({ page }) => {
  await signIn(page, 'Herefordshire', 'Apprentice')
  await open(page, 'My record')
  await expect(page.getByRole('heading', { name: 'My clearances' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Record a clearance' })).toHaveCount(0)
  // What comes in above the link pushes it down, and a click in that moment misses it.
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  for (const fact of ['Travels by', 'Would like most'])
    await expect(page.getByText(fact, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Give my preferences' }).click()
  await page.getByLabel('Where would you like to be most?').selectOption('Hospice')
  await page.getByLabel('In your own words (optional)').fill('I like to be with people who have time to talk.')
  await page.getByRole('button', { name: 'Save my preferences' }).click()
  await expect(page.getByText('The preferences are saved')).toBeVisible()
  await expect(page.getByText(/^hospice, then/)).toBeVisible()
  await page.getByRole('link', { name: 'My reasonable adjustments' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reasonable adjustments' })).toBeVisible()
})

test('a table is filled in, checked, and taken as a whole', async ({ page }) => {
  await signIn(page, 'Liverpool home care', 'Coordinator')
  await open(page, 'Learners')
  await page.getByRole('link', { name: 'Import from a table' }).click()
  await page.getByLabel('With a row for each learner of').selectOption({ index: 1 })
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the table as CSV' }).click()
  const template = await (await (await download).createReadStream()).toArray()
  const lines = Buffer.concat(template).toString('utf8').trimEnd().split('\r\n')
  expect(lines.length).toBeGreaterThan(1)
  const file = (value: string) => {
    const [header = '', first = ''] = lines
    const column = header.split(',').indexOf('first_sector')
    const cells = first.split(',').map((cell, index) => (index === column ? value : cell))
    return { name: 'facts.csv', mimeType: 'text/csv', buffer: Buffer.from([header, cells.join(',')].join('\r\n')) }
  }
  await page.getByLabel('Your file').setInputFiles(file('nowhere'))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText('1 row cannot be taken')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Your file').setInputFiles(file('social_care'))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText('The file changes 1 thing')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await expect(page.getByText('1 change saved from the table')).toBeVisible()
})
