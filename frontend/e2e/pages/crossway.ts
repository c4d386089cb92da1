import { type Cookie } from '@playwright/test'
import { expect, type Page } from './test'

/** The nine programmes of the demonstration: the names of their partnerships, and their own. */
export const programmeNames = {
  'Blackburn with Darwen': 'Blackburn with Darwen integrated apprenticeship',
  'Coastal West Sussex': 'Coastal West Sussex integrated apprenticeship',
  Herefordshire: 'Herefordshire integrated light apprenticeship',
  Leeds: 'Leeds integrated health and social care apprenticeship',
  Lincolnshire: 'Lincolnshire Talent Academy integrated apprenticeship',
  'Liverpool home care': 'Liverpool Health Ambassadors',
  'North West authority': 'North West rotational secondments',
  Staffordshire: 'Staffordshire joint pathway (draft)',
  Suffolk: 'Suffolk integrated apprenticeship',
} as const

export type Programme = keyof typeof programmeNames
export const programmes = Object.keys(programmeNames) as Programme[]

export type DemonstrationRole = 'Coordinator' | 'Employer' | 'Apprentice' | 'Assessor' | 'Administrator'

/** The first who is offered in the role. */
export async function signIn(page: Page, programme: Programme, role: DemonstrationRole) {
  await signInAs(page, programme, `^${role}`)
}

/** Who has signed in already in this worker. Signing in again would only take time. */
const sessions = new Map<string, Cookie[]>()

/** By what the sign-in page says that somebody is. Whoever was signed in before is not any more. */
export async function signInAs(page: Page, programme: Programme, label: string) {
  const context = page.context()
  await context.clearCookies()
  const who = `${programme}: ${label}`
  const cookies = sessions.get(who)
  if (cookies) {
    await context.addCookies(cookies)
    await page.goto('/')
    await expectHome(page)
  } else {
    await signInAnew(page, programme, label)
    sessions.set(who, await context.cookies())
  }
}

/** Through the sign-in page, for a test that ends the sign-in. */
export async function signInAnew(page: Page, programme: Programme, label: string) {
  await page.goto('/sign-in')
  await page.getByLabel('Programme').selectOption(programme)
  await page
    .getByRole('button', { name: new RegExp(label) })
    .first()
    .click()
  await expectHome(page)
}

async function expectHome(page: Page) {
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible()
}

/** The coordinator who works in all nine: whose session changes between them, so each test has its own. */
export async function signInEverywhere(page: Page, programme: Programme) {
  await signInAnew(page, programme, 'in every programme')
}

/** Where the heading says something else than the link. */
const headings: Record<string, RegExp> = { Home: /^Hello/, 'My record': /^My record/ }

/** Goes to a page by the main navigation, also where it is behind the menu button. */
export async function open(page: Page, name: string) {
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: headings[name] ?? name })).toBeVisible()
}

/** Goes to the page of the demonstration's own programme; others may have been added to its partnership. */
export async function openProgramme(page: Page, programme: Programme) {
  await open(page, 'Programmes')
  const name = programmeNames[programme]
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export async function fillDate(page: Page, legend: string, date: string) {
  const [year = '', month = '', day = ''] = date.split('-')
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Day').fill(String(Number(day)))
  await group.getByLabel('Month').fill(String(Number(month)))
  await group.getByLabel('Year').fill(year)
}

/** Today in London, some days on or back. */
export function inDays(days: number): string {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
  return new Date(Date.parse(`${london}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
