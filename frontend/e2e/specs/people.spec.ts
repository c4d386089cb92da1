import { fillDate, open, signIn } from '../pages/crossway'
import { expect, test } from '../pages/test'

test('somebody is invited by a one-time link, joins, and sees what their role allows', async ({ page, browser }) => {
  await signIn(page, 'Coastal West Sussex', 'Coordinator')
  await open(page, 'People')
  await page.getByRole('link', { name: 'Invite someone' }).click()
  const address = `funder.${Date.now()}@example.org`
  await page.getByLabel('Email address').fill(address)
  await page.getByLabel('Funder').check()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText(`${address} is invited`)).toBeVisible()
  const link = await page.getByText(/\/invitation#token=/).textContent()

  const theirs = await browser.newContext()
  const there = await theirs.newPage()
  await there.goto(new URL(link ?? '').hash ? `/invitation${new URL(link ?? '').hash}` : '/')
  await expect(there.getByRole('heading', { level: 1, name: /Join Coastal West Sussex/ })).toBeVisible()
  expect(there.url()).not.toContain('token')
  await there.getByLabel('Your name').fill('Robin Fenwick')
  await there.getByLabel('Choose a password', { exact: true }).fill('four quiet yellow boats')
  await there.getByRole('button', { name: 'Join' }).click()
  await expect(there.getByRole('heading', { level: 1, name: 'Hello, Robin Fenwick' })).toBeVisible()
  await expect(there.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Learners' })).toHaveCount(0)
  await there.goto('/cohorts')
  await there.getByRole('rowheader').getByRole('link').first().click()
  await expect(there.getByText('Your role sees figures, not people.')).toBeVisible()
  await there.goto('/learners')
  await expect(there.getByText('You do not have access to this')).toBeVisible()
  await theirs.close()

  await page.goto('/members')
  await expect(page.getByRole('row', { name: new RegExp(address.replaceAll('.', '\\.')) })).toBeVisible()
})

test('an administrator gives a partner system its credentials, and takes them back', async ({ page }) => {
  await signIn(page, 'Coastal West Sussex', 'Administrator')
  await open(page, 'Partner systems')
  await page.getByRole('link', { name: 'Add a system' }).click()
  const name = `Roster ${Date.now()}`
  await page.getByLabel('Name of the system').fill(name)
  await page.getByLabel('Read organisations and placements').check()
  await page.getByRole('button', { name: 'Add the system' }).click()
  await expect(page.getByText('The system is added')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy Client secret' })).toBeVisible()

  await page.getByRole('link', { name: 'Back to partner systems' }).click()
  await page.getByRole('button', { name: `Make a new secret for ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click()
  await expect(page.getByText('The new secret')).toBeVisible()
  await expect(page.getByRole('button', { name: `Make a new secret for ${name}` })).toHaveCount(0)

  await page.getByRole('button', { name: `Shut out ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click()
  await expect(page.getByRole('heading', { name })).toHaveCount(0)
})

test('the keyboard alone is enough', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Programme').waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Email address')).toBeFocused()

  await page.getByLabel('Programme').focus()
  await page.keyboard.type('Lincoln')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Coordinator/ }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()

  await page.getByRole('link', { name: 'Learners', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Learners' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  for (const name of ['Enrol a learner', 'Import from a table']) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: new RegExp(name) })).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Search by name or ULN')).toBeFocused()

  await page.getByRole('button', { name: /^Your account/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Your account' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Your account/ })).toBeFocused()

  await page.goto('/enrolments/new')
  await page.getByRole('button', { name: 'Enrol the learner' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Given names')).toBeFocused()
  await fillDate(page, 'Date of birth', '2005-05-03')
})
