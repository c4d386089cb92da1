import { http, HttpResponse } from 'msw'
import type { CohortCreate, CohortRead, CohortUpdate, ProgrammeRead, ProgrammeUpdate } from '@/api/learners.gen'
import type {
  ExclusionCreate,
  ExclusionRead,
  OrganisationRead,
  OrganisationUpdate,
  TableImport,
} from '@/api/placements.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { cohorts, organisations, programme } from '@/test/mock-api/learners-data'
import { problem } from '@/test/mock-api/problem'

/** What coordinators write: programmes, cohorts, organisations, exclusions, tables. Unknown ids go to other handlers. */

const learners = '*/api/learners/v1'
const placements = '*/api/placements/v1'

interface Versioned {
  id: string
  version: number
}

let writtenProgrammes: ProgrammeRead[] = []
let writtenCohorts: CohortRead[] = []
let writtenOrganisations: OrganisationRead[] = []
let exclusions: ExclusionRead[] = []

export function resetDesk() {
  writtenProgrammes = [programme]
  writtenCohorts = [...cohorts]
  writtenOrganisations = [...organisations]
  exclusions = []
}
resetDesk()

function read(rows: readonly Versioned[], id: unknown) {
  const row = rows.find((known) => known.id === id)
  return row && HttpResponse.json(row)
}

/** The rows after a change of one of them, or the problem that keeps it as it is. */
function changed<Row extends Versioned>(rows: readonly Row[], id: string, request: Request, body: object) {
  const row = rows.find((known) => known.id === id)
  if (!row || request.headers.get('If-Match') !== `"${row.version}"`) {
    return { rows: [...rows], answer: problem(412, 'version-mismatch', 'Somebody else changed it meanwhile') }
  }
  const after = Object.assign({}, row, body, { version: row.version + 1 })
  return { rows: rows.map((known) => (known === row ? after : known)), answer: HttpResponse.json(after) }
}

/** One row of each outcome; without the word "wrong" in the file, none at fault. */
function imported(body: string, applied: boolean): TableImport {
  const wrong = body.includes('wrong')
  return {
    applied,
    digest: 'ab'.repeat(32),
    counts: { new: 1, changed: 1, unchanged: 2, removed: 0, wrong: wrong ? 1 : 0 },
    rows: [
      {
        row: 2,
        name: 'Fernbrook',
        outcome: 'new',
        changes: [{ column: 'kind', before: null, after: 'hospice' }],
        faults: [],
      },
      {
        row: 3,
        name: 'Coastal Hospitals Trust',
        outcome: 'changed',
        changes: [{ column: 'ods_code', before: 'RYR', after: 'RYX' }],
        faults: [],
      },
      ...(wrong
        ? [
            {
              row: 6,
              name: 'Alder',
              outcome: 'wrong' as const,
              changes: [],
              faults: [{ column: 'postcode', message: 'Enter a full postcode, like BN11 2DH.' }],
            },
          ]
        : []),
    ],
  }
}

export const deskHandlers = [
  http.get(`${learners}/programmes/:id`, ({ params }) => read(writtenProgrammes, params['id'])),
  http.post<never, ProgrammeUpdate>(`${learners}/programmes`, async ({ request }) => {
    const wanted = await request.json()
    const unknown = Object.keys(wanted).filter((field) => !(field in programme))
    if (unknown.length > 0) {
      return problem(422, 'invalid-input', 'Some of the input is not valid', {
        errors: unknown.map((field) => ({ pointer: `/${field}`, message: 'Extra inputs are not permitted' })),
      })
    }
    const added = Object.assign({}, programme, wanted, { id: uuid(20, 9), version: 1 })
    writtenProgrammes = [...writtenProgrammes, added]
    return HttpResponse.json(added, { status: 201 })
  }),
  http.put<{ id: string }, ProgrammeUpdate>(`${learners}/programmes/:id`, async ({ params, request }) => {
    const { rows, answer } = changed(writtenProgrammes, params.id, request, await request.json())
    writtenProgrammes = rows
    return answer
  }),
  http.get(`${learners}/cohorts/:id`, ({ params }) => read(writtenCohorts, params['id'])),
  http.post<never, CohortCreate>(`${learners}/cohorts`, async ({ request }) => {
    const [first] = cohorts
    if (!first) throw new Error('no cohort to copy')
    const added = { ...first, ...(await request.json()), id: uuid(21, 9), version: 1 }
    writtenCohorts = [...writtenCohorts, added]
    return HttpResponse.json(added, { status: 201 })
  }),
  http.put<{ id: string }, CohortUpdate>(`${learners}/cohorts/:id`, async ({ params, request }) => {
    const wanted = await request.json()
    const held = writtenCohorts.find(({ id }) => id === params.id)?.figures?.places_taken ?? 0
    if (wanted.places < held) {
      return problem(409, 'cohort-holds-more', 'The cohort’s enrolments do not fit', {
        detail: `${held} places are taken: give at least as many, or move learners first.`,
      })
    }
    const { rows, answer } = changed(writtenCohorts, params.id, request, wanted)
    writtenCohorts = rows
    return answer
  }),
  http.get(`${placements}/organisations/:id`, ({ params }) => read(writtenOrganisations, params['id'])),
  http.post<never, OrganisationUpdate>(`${placements}/organisations`, async ({ request }) => {
    const wanted = await request.json()
    if (organisations.some(({ name }) => name === wanted.name)) {
      return problem(409, 'organisation-name-taken', 'The partnership has an organisation of that name')
    }
    const added = { ...wanted, id: uuid(22, 9), version: 1 } as OrganisationRead
    writtenOrganisations = [...writtenOrganisations, added]
    return HttpResponse.json(added, { status: 201 })
  }),
  http.put<{ id: string }, OrganisationUpdate>(`${placements}/organisations/:id`, async ({ params, request }) => {
    const { rows, answer } = changed(writtenOrganisations, params.id, request, await request.json())
    writtenOrganisations = rows
    return answer
  }),
  http.post(`${placements}/imports/:table`, async ({ request }) => {
    const applied = new URL(request.url).searchParams.get('dry_run') !== 'true'
    return HttpResponse.json(imported(await request.text(), applied))
  }),
  http.get(`${placements}/exclusions`, () => HttpResponse.json({ items: exclusions, next_cursor: null })),
  http.post<never, ExclusionCreate>(`${placements}/exclusions`, async ({ request }) => {
    const { learner_id, organisation_id = null, setting_id = null, reason } = await request.json()
    const added = { id: uuid(60, exclusions.length + 1), learner_id, organisation_id, setting_id, reason }
    exclusions = [...exclusions, added]
    return HttpResponse.json(added, { status: 201 })
  }),
  http.delete(`${placements}/exclusions/:id`, ({ params }) => {
    exclusions = exclusions.filter(({ id }) => id !== params['id'])
    return new HttpResponse(null, { status: 204 })
  }),
]
