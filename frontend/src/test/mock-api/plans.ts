import { http, HttpResponse } from 'msw'
import type {
  AssumptionsRequest,
  BoardRead,
  ChecklistRead,
  CheckRequest,
  ComparisonRead,
  Move,
  MovesRequest,
  OptionRead,
  PinsRequest,
  PublishRequest,
  ScenarioCreate,
  ScenarioRead,
  ScenarioUpdate,
} from '@/api/placements.gen'
import type { PlanCohort } from '@/api/placements.gen'
import { withEdit } from '@/features/plans/board-layout'
import { uuid } from '@/test/mock-api/identity-data'
import { cohorts, programme } from '@/test/mock-api/learners-data'
import { blocks, boardOf, points, scenario, settings, summaryOf, violationsOf } from '@/test/mock-api/plans-data'
import { notFound, problem } from '@/test/mock-api/problem'

const root = '*/api/placements/v1'

interface State {
  board: BoardRead
  others: ScenarioRead[]
  before: BoardRead | undefined
}

const inForce: ScenarioRead = {
  ...scenario,
  id: uuid(40, 2),
  name: 'As agreed in February',
  state: 'published',
  cost: 430,
  unplaced: 0,
  assumptions: [],
  published_at: '2026-02-10T10:00:00Z',
  version: 2,
}

function fresh(count = 12): State {
  const board = withLoads(boardOf(count))
  return { board, others: [inForce], before: undefined }
}

function withLoads(board: BoardRead): BoardRead {
  return withEdit(board, {
    scenario: board.scenario,
    cells: [],
    violations: violationsOf(board),
    points: board.points,
    version: board.scenario.version,
  })
}

let state = fresh()

/** Undoes every change, between tests; with another number of people where a test is about many. */
export function resetPlans(count?: number) {
  state = fresh(count)
}

/** As if somebody else had changed the plan in another place. */
export function changeElsewhere(change: Partial<ScenarioRead> = {}) {
  const { board } = state
  state.board = { ...board, scenario: { ...board.scenario, ...change, version: board.scenario.version + 1 } }
}

function scenarioOf(id: unknown): ScenarioRead | undefined {
  return [state.board.scenario, ...state.others].find((known) => known.id === id)
}

function moved(board: BoardRead, moves: readonly Move[]): BoardRead {
  const people = board.people.map((person) => ({
    ...person,
    cells: person.cells.map((cell, block) => {
      const move = moves.find((wanted) => wanted.enrolment_id === person.enrolment_id && wanted.block === block)
      if (!move) return cell
      return { ...cell, at: move.to.at, setting_id: move.to.setting_id ?? null, travel_minutes: 20 }
    }),
  }))
  return withLoads({ ...board, people, violations: violationsOf({ ...board, people }) })
}

function verdictOn(moves: readonly Move[]) {
  const known = new Set(state.board.violations.map(({ sentence }) => sentence))
  const violations = moved(state.board, moves).violations.filter(({ sentence }) => !known.has(sentence))
  return {
    allowed: violations.length === 0,
    violations,
    remedy: violations.find(({ remedy }) => remedy)?.remedy ?? null,
    suggested_blocks: violations.length > 0 && moves.length === 1 ? [3] : [],
    cost_difference: moves.length === 1 ? 4 : -2,
  }
}

function edit(request: Request, change: (board: BoardRead) => BoardRead, undo: string | null) {
  const { board } = state
  if (request.headers.get('If-Match') !== `"${board.scenario.version}"`) {
    return problem(412, 'version-mismatch', 'Somebody else changed it meanwhile')
  }
  const after = change(board)
  const violations = violationsOf(after)
  const unplaced = after.people.flatMap(({ cells }) => cells).filter(({ at }) => at === 'nowhere').length
  const version = board.scenario.version + 1
  const now = { ...after.scenario, violations: violations.length, unplaced, undo, version }
  state.before = board
  state.board = { ...after, violations, scenario: now }
  const cells = after.people.flatMap(({ enrolment_id, cells: own }, row) =>
    own.flatMap((cell, block) => (cell === board.people[row]?.cells[block] ? [] : [{ enrolment_id, block, cell }])),
  )
  return HttpResponse.json({ scenario: now, cells, violations, points, version })
}

const planOfCohort: PlanCohort = {
  id: scenario.cohort_id,
  name: cohorts[1]?.name ?? '',
  programme_id: programme.id,
  programme_name: programme.name,
  starts_on: '2026-03-02',
  ends_on: '2027-02-28',
  people: 12,
  plan_version: 1,
  scenario_id: inForce.id,
  published_at: inForce.published_at,
}

const comparison: Omit<ComparisonRead, 'first'> = {
  second: {
    scenario: summaryOf(inForce),
    points: points.map((rule, number) => ({ ...rule, points: rule.points + 9 * number })),
  },
  people_who_differ: 1,
  differences: [
    {
      enrolment_id: uuid(23, 1),
      name: 'Joss Holloway',
      block: 2,
      block_name: 'Second placement',
      starts_on: blocks[2]?.starts_on ?? '',
      ends_on: blocks[2]?.ends_on ?? '',
      before: 'Seaview day centre',
      after: 'Beech House',
      before_setting_id: settings[2]?.id ?? null,
      after_setting_id: settings[3]?.id ?? null,
    },
  ],
}

function checklist(): ChecklistRead {
  const { unplaced, assumptions } = state.board.scenario
  return {
    can_publish: unplaced === 0,
    needs_acceptance: assumptions.length > 0,
    items: [
      ...(unplaced > 0
        ? [
            {
              level: 'stop',
              topic: 'places',
              sentence: 'Nadia Fairweather has no place in the second placement.',
            } as const,
          ]
        : []),
      ...assumptions.map(({ sentence }) => ({ level: 'accept', topic: 'assumptions', sentence }) as const),
      { level: 'know', topic: 'notice', sentence: 'Two placements begin within 12 weeks of today.' },
    ],
    hosts: [
      {
        organisation_id: settings[0]?.organisation_id ?? '',
        organisation_name: 'Coastal Hospitals Trust',
        gains: 2,
        loses: 1,
      },
    ],
    plan_version: 1,
  }
}

export const plansHandlers = [
  http.get(`${root}/cohorts/:id`, ({ params }) =>
    params['id'] === planOfCohort.id ? HttpResponse.json(planOfCohort) : notFound(),
  ),
  http.get(`${root}/scenarios`, ({ request }) => {
    const cohort = new URL(request.url).searchParams.get('cohort_id')
    const items = [state.board.scenario, ...state.others].filter(({ cohort_id }) => cohort_id === cohort)
    return HttpResponse.json({ items: items.map(summaryOf), next_cursor: null })
  }),
  http.post<never, ScenarioCreate>(`${root}/scenarios`, async ({ request }) => {
    const { name, copy_of } = await request.json()
    const version = state.board.scenario.version + 1
    const origin = { ...scenario.origin, kind: copy_of ? ('copy' as const) : ('fresh' as const) }
    state.board = { ...state.board, scenario: { ...scenario, name, origin, state: 'draft', version } }
    return HttpResponse.json(state.board.scenario, { status: 201 })
  }),
  http.get(`${root}/scenarios/:id`, ({ params }) => {
    const found = scenarioOf(params['id'])
    return found ? HttpResponse.json(found) : notFound()
  }),
  http.put<{ id: string }, ScenarioUpdate>(`${root}/scenarios/:id`, async ({ request }) => {
    changeElsewhere({ name: (await request.json()).name })
    return HttpResponse.json(state.board.scenario)
  }),
  http.delete(`${root}/scenarios/:id`, () => new HttpResponse(null, { status: 204 })),
  http.post(`${root}/scenarios/:id/solve`, () => {
    changeElsewhere({
      state: 'solving',
      progress: {
        phase: 'Looking for better plans',
        seconds: 3,
        limit_seconds: 20,
        best: 440,
        bound: 408.2,
        gap: 0.078,
      },
    })
    return HttpResponse.json(state.board.scenario, { status: 202 })
  }),
  http.post(`${root}/scenarios/:id/cancel`, () => {
    changeElsewhere({ state: 'cancelled' })
    return HttpResponse.json(state.board.scenario, { status: 202 })
  }),
  http.get(`${root}/scenarios/:id/board`, ({ params }) => {
    const found = scenarioOf(params['id'])
    return found ? HttpResponse.json({ ...state.board, scenario: found }) : notFound()
  }),
  http.get(`${root}/scenarios/:id/options`, ({ request }) => {
    const search = new URL(request.url).searchParams
    const move = { enrolment_id: search.get('enrolment_id') ?? '', block: Number(search.get('block')) }
    const items: OptionRead[] = settings.map(({ id }, number) => {
      const verdict = verdictOn([{ ...move, to: { at: 'setting', setting_id: id } }])
      return {
        at: 'setting',
        setting_id: id,
        allowed: verdict.allowed,
        sentence: verdict.violations[0]?.sentence ?? null,
        travel_minutes: 12 + number * 5,
        free: verdict.allowed ? 1 : 0,
      }
    })
    return HttpResponse.json({ items })
  }),
  http.post<{ id: string }, CheckRequest>(`${root}/scenarios/:id/check`, async ({ request }) =>
    HttpResponse.json(verdictOn((await request.json()).moves)),
  ),
  http.post<{ id: string }, MovesRequest>(`${root}/scenarios/:id/moves`, async ({ request }) => {
    const { moves, accept_violations } = await request.json()
    const verdict = verdictOn(moves)
    if (!verdict.allowed && !accept_violations) return problem(409, 'move-breaks-rules', 'The move breaks rules')
    return edit(request, (board) => moved(board, moves), 'the last move')
  }),
  http.post<{ id: string }, PinsRequest>(`${root}/scenarios/:id/pins`, async ({ request }) => {
    const { cells, pinned } = await request.json()
    const pin = (board: BoardRead): BoardRead => ({
      ...board,
      people: board.people.map((person) => ({
        ...person,
        cells: person.cells.map((cell, block) =>
          cells.some((ref) => ref.enrolment_id === person.enrolment_id && ref.block === block)
            ? { ...cell, pinned }
            : cell,
        ),
      })),
    })
    return edit(request, pin, 'a pin')
  }),
  http.post(`${root}/scenarios/:id/undo`, ({ request }) => {
    const { before } = state
    if (!before) return problem(409, 'nothing-to-undo', 'There is nothing to undo')
    return edit(
      request,
      (board) => ({ ...before, scenario: { ...before.scenario, version: board.scenario.version } }),
      null,
    )
  }),
  http.post<{ id: string }, AssumptionsRequest>(`${root}/scenarios/:id/assumptions`, async ({ request }) => {
    const { changes } = await request.json()
    const added = changes.map((change, number) => ({
      id: uuid(41, 10 + number),
      sentence: `Agreed to: ${change.kind.replaceAll('_', ' ')}.`,
      change,
    }))
    const apply = (board: BoardRead): BoardRead => ({
      ...board,
      settings: board.settings.map((setting) => {
        const more = changes.find((change) => change.kind === 'extra_capacity' && change.setting_id === setting.id)
        return more?.kind === 'extra_capacity'
          ? { ...setting, weekly_capacity: setting.weekly_capacity.map((most) => most + more.by) }
          : setting
      }),
      scenario: { ...board.scenario, conflict: null, assumptions: [...board.scenario.assumptions, ...added] },
    })
    return edit(request, apply, 'what was taken for granted')
  }),
  http.delete(`${root}/scenarios/:id/assumptions/:assumption`, ({ request, params }) => {
    const without = (board: BoardRead): BoardRead => ({
      ...board,
      scenario: {
        ...board.scenario,
        assumptions: board.scenario.assumptions.filter(({ id }) => id !== params['assumption']),
      },
    })
    return edit(request, without, null)
  }),
  http.get(`${root}/scenarios/:id/comparison`, () =>
    HttpResponse.json({ ...comparison, first: { scenario: summaryOf(state.board.scenario), points } }),
  ),
  http.get(`${root}/scenarios/:id/checklist`, () => HttpResponse.json(checklist())),
  http.post<{ id: string }, PublishRequest>(`${root}/scenarios/:id/publish`, async ({ request }) => {
    const { plan_version, accept } = await request.json()
    if (plan_version !== 1 || !accept) return problem(409, 'plan-not-ready', 'This plan cannot be published yet')
    changeElsewhere({ state: 'published', published_at: '2026-11-22T09:00:00Z' })
    const { scenario: now } = state.board
    return HttpResponse.json({
      scenario: now,
      plan_version: 2,
      created: 3,
      moved: 2,
      withdrawn: 1,
      unchanged: 30,
      version: now.version,
    })
  }),
]
