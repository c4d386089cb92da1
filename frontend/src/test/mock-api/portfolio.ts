import { http, HttpResponse } from 'msw'
import type {
  AdoptionCreate,
  CatalogueItem,
  LearnerRequirementsRead,
  ProgrammeRequirementsRead,
  ProgrammeRequirementsUpdate,
  QualificationRead,
  VersionRead,
} from '@/api/portfolio.gen'
import { uuid } from '@/test/mock-api/identity-data'
import { programme } from '@/test/mock-api/learners-data'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/portfolio/v1'

const careVersion: VersionRead = {
  id: uuid(41, 1),
  qualification_id: uuid(40, 1),
  code: 'care_certificate',
  title: 'Care Certificate',
  level: 2,
  kind: 'certificate_standards',
  number: 1,
  label: '2015 edition',
  valid_from: '2015-04-01',
  state: 'published',
  source: 'The numbers are those of 2015.\nThe words are our own.',
  units: [
    {
      number: '8',
      reference: null,
      title: 'Fluids and nutrition',
      level: null,
      credit: null,
      outcomes: [
        {
          title: 'Helps people to drink and eat',
          criteria: [
            { number: '8.1', text: 'Says why food and drink matter', evidenced_in: 'classroom' },
            { number: '8.3', text: 'Helps people to eat', evidenced_in: 'placement' },
          ],
        },
      ],
    },
  ],
  version: 1,
}

const care: QualificationRead = {
  id: careVersion.qualification_id,
  code: careVersion.code,
  title: careVersion.title,
  level: careVersion.level,
  kind: careVersion.kind,
  versions: [
    {
      id: careVersion.id,
      number: 1,
      label: careVersion.label,
      valid_from: careVersion.valid_from,
      state: 'published',
      unit_count: 1,
      criterion_count: 2,
      placement_criterion_count: 1,
    },
  ],
}

const diploma: QualificationRead = {
  ...care,
  id: uuid(40, 2),
  code: 'diploma_care_level_2',
  title: 'Level 2 Diploma',
  kind: 'diploma',
  versions: care.versions.map((version) => ({ ...version, id: uuid(41, 2), label: '2011 framework' })),
}

const catalogue: CatalogueItem[] = [care, diploma].map(({ title, level, kind }, index) => ({
  code: index === 0 ? 'care_certificate' : 'diploma_care_level_2',
  title,
  level,
  kind,
  label: '2015 edition',
  valid_from: '2015-04-01',
  unit_count: 1,
  criterion_count: 2,
}))

export const requirementsOfLearner: LearnerRequirementsRead = {
  learner_id: uuid(6, 1),
  given_names: 'Joss',
  family_name: 'Holloway',
  qualifications: [
    {
      version_id: careVersion.id,
      qualification_id: care.id,
      code: care.code,
      title: care.title,
      level: care.level,
      kind: care.kind,
      label: '2015 edition',
      criterion_count: 2,
      met_count: 1,
      placement_missing_count: 1,
      units: careVersion.units.map(({ number, title, outcomes }) => ({
        number,
        reference: null,
        title,
        criterion_count: 2,
        met_count: 1,
        outcomes: outcomes.map((outcome) => ({
          title: outcome.title,
          criteria: outcome.criteria.map((criterion) => ({
            ...criterion,
            evidenced_in: criterion.evidenced_in ?? 'anywhere',
            met: criterion.number === '8.1',
          })),
        })),
      })),
    },
  ],
}

function askingFor(qualifications: readonly QualificationRead[], version: number): ProgrammeRequirementsRead {
  return {
    programme_id: programme.id,
    qualifications: qualifications.flatMap(({ id, versions: [latest], ...qualification }) =>
      latest ? [{ ...qualification, ...latest, version_id: latest.id, qualification_id: id }] : [],
    ),
    version,
  }
}

let qualifications = [care]
let requirements = askingFor([care], 1)

/** Undoes every change, between tests. */
export function resetPortfolio() {
  qualifications = [care]
  requirements = askingFor([care], 1)
}

export const portfolioHandlers = [
  http.get(`${root}/catalogue`, () => HttpResponse.json({ items: catalogue })),
  http.post<never, AdoptionCreate>(`${root}/catalogue/adoptions`, async ({ request }) => {
    const { code } = await request.json()
    const added = code === diploma.code ? diploma : care
    qualifications = [...qualifications, added]
    const version_id = added.versions[0]?.id
    return HttpResponse.json({ code, title: added.title, qualification_id: added.id, version_id }, { status: 201 })
  }),
  http.get(`${root}/qualifications`, () => HttpResponse.json({ items: qualifications, next_cursor: null })),
  http.get(`${root}/qualifications/:id`, ({ params }) => {
    const found = qualifications.find(({ id }) => id === params['id'])
    return found ? HttpResponse.json(found) : notFound()
  }),
  http.get(`${root}/qualifications/:id/versions/:version`, ({ params }) =>
    params['version'] === careVersion.id ? HttpResponse.json(careVersion) : notFound(),
  ),
  http.get(`${root}/programme-requirements/:id`, () => HttpResponse.json(requirements)),
  http.put<never, ProgrammeRequirementsUpdate>(`${root}/programme-requirements/:id`, async ({ request }) => {
    if (request.headers.get('If-Match') !== `"${requirements.version}"`) {
      return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
    }
    const wanted = new Set((await request.json()).qualifications.map(({ version_id }) => version_id))
    const asked = qualifications.filter(({ versions }) => versions.some(({ id }) => wanted.has(id)))
    requirements = askingFor(asked, requirements.version + 1)
    return HttpResponse.json(requirements)
  }),
  http.get(`${root}/requirements/:learner`, () => HttpResponse.json(requirementsOfLearner)),
]
