import { programmeNames, type Programme } from './crossway'
import { expect, type Page } from './test'

/** As much of a record as it takes to find it. */
export interface Item {
  id: string
  name?: string
  state?: string
  kind?: string
  organisation_id?: string
  setting_id?: string
  starts_on?: string
}

/** What a service answers to a change, made as the client makes it. `version`: the one that is changed. */
export async function send(
  page: Page,
  method: 'POST' | 'PUT',
  path: string,
  data: object,
  version?: number,
): Promise<Changed> {
  const answer = await page.request.fetch(path, {
    method,
    data,
    headers: {
      origin: new URL(page.url()).origin,
      'x-crossway-request': '1',
      ...(version === undefined ? { 'idempotency-key': crypto.randomUUID() } : { 'if-match': `"${version}"` }),
    },
  })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Changed
}

interface Changed {
  id: string
  version: number
  learner_id?: string
}

type Fits = (item: Item) => boolean

/** The first of a list that fits, as whoever is signed in sees it. */
export async function firstOf(page: Page, path: string, fits: Fits = () => true): Promise<Item> {
  const answer = await page.request.get(path)
  expect(answer.ok(), path).toBe(true)
  const { items } = (await answer.json()) as { items: Item[] }
  const found = items.find(fits)
  if (!found) throw new Error(`Nothing at ${path} fits`)
  return found
}

type RecordName =
  | 'programme'
  | 'cohort'
  | 'planInForce'
  | 'whatIf'
  | 'disruption'
  | 'learner'
  | 'clearance'
  | 'setting'
  | 'host'
  | 'member'
  | 'qualification'
  | 'offered'
  | 'started'

type Find = (page: Page, programme: Programme, id: (name: RecordName) => Promise<string>) => Promise<Item>

/** How the records of the demonstration are found that addresses of pages name. */
const finds: Record<RecordName, Find> = {
  programme: (page, programme) =>
    firstOf(page, '/api/learners/v1/programmes', ({ name }) => name === programmeNames[programme]),
  cohort: async (page, _, id) =>
    firstOf(page, `/api/learners/v1/cohorts?state=running&programme_id=${await id('programme')}`),
  planInForce: async (page, _, id) =>
    firstOf(page, `/api/placements/v1/scenarios?cohort_id=${await id('cohort')}`, ({ state }) => state === 'published'),
  whatIf: async (page, _, id) =>
    firstOf(
      page,
      `/api/placements/v1/scenarios?cohort_id=${await id('cohort')}`,
      ({ name }) => name?.startsWith('What if') ?? false,
    ),
  disruption: async (page, _, id) => firstOf(page, `/api/placements/v1/cohorts/${await id('cohort')}/disruptions`),
  learner: (page) => firstOf(page, '/api/learners/v1/learners?state=active'),
  clearance: async (page, _, id) => firstOf(page, `/api/learners/v1/learners/${await id('learner')}/clearances`),
  setting: (page) => firstOf(page, '/api/placements/v1/settings'),
  host: async (page) => {
    const { organisation_id = '' } = await firstOf(page, '/api/placements/v1/settings')
    return { id: organisation_id }
  },
  member: (page) => firstOf(page, '/api/identity/v1/members'),
  qualification: (page) => firstOf(page, '/api/portfolio/v1/qualifications'),
  offered: (page) => firstOf(page, '/api/placements/v1/placements?state=offered'),
  started: (page) => firstOf(page, '/api/placements/v1/placements?state=started'),
}

/** Fills in the ids of the records that addresses name, such as `/cohorts/$cohort`; each is looked for once. */
export function addressesIn(page: Page, programme: Programme) {
  const known = new Map<RecordName, string>()
  async function id(name: RecordName): Promise<string> {
    const before = known.get(name)
    if (before) return before
    const found = await finds[name](page, programme, id)
    known.set(name, found.id)
    return found.id
  }
  return async (address: string): Promise<string> => {
    let filled = address
    for (const [named, name = ''] of address.matchAll(/\$(\w+)/g)) {
      if (!isRecordName(name)) throw new Error(`No record is called ${name}`)
      filled = filled.replace(named, await id(name))
    }
    return filled
  }
}

function isRecordName(name: string): name is RecordName {
  return name in finds
}
