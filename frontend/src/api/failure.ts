/** What a request can fail with: an answered problem (RFC 9457), or no answer at all. */

interface FieldFailure {
  pointer: string
  message: string
}

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  request_id: string
  errors?: FieldFailure[]
}

/** The server answered with a problem. */
export class ProblemAnswer extends Error {
  readonly problem: Problem
  readonly retryAfterSeconds: number | undefined

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.title)
    this.name = 'ProblemAnswer'
    this.problem = problem
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The request got no answer: no network, or nothing behind the gateway. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('Crossway could not be reached', { cause })
    this.name = 'Unreachable'
  }
}

export async function readProblem(response: Response): Promise<ProblemAnswer> {
  const requestId = response.headers.get('X-Request-Id') ?? ''
  const body: unknown = await response.json().catch(() => null)
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  const retryAfter = Number(response.headers.get('Retry-After'))
  return new ProblemAnswer(
    {
      type: given.type ?? 'about:blank',
      title: given.title ?? 'Something went wrong',
      status: response.status,
      detail: given.detail ?? 'Please try again. If it keeps happening, tell your administrator.',
      request_id: given.request_id ?? requestId,
      ...(given.errors ? { errors: given.errors } : {}),
    },
    retryAfter > 0 ? retryAfter : undefined,
  )
}

export function problemOf(error: unknown): Problem | undefined {
  return error instanceof ProblemAnswer ? error.problem : undefined
}

export function hasStatus(error: unknown, status: number): error is ProblemAnswer {
  return error instanceof ProblemAnswer && error.problem.status === status
}
