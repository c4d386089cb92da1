import createClient, { type Middleware } from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { noteAnswer, noteNoAnswer } from '@/api/connection'
import { readProblem, Unreachable } from '@/api/failure'
import type { paths as IdentityPaths } from '@/api/identity.gen'
import type { paths as LearnersPaths } from '@/api/learners.gen'
import type { paths as PlacementsPaths } from '@/api/placements.gen'
import type { paths as PortfolioPaths } from '@/api/portfolio.gen'

interface Paths extends IdentityPaths, LearnersPaths, PlacementsPaths, PortfolioPaths {}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
/** A 401 from these says "wrong password" or "nobody is signed in", not "your sign-in has ended". */
const sessionAddress = '/api/identity/v1/session'

let signedOutListener: () => void = () => undefined

/** Called whenever a request finds that the sign-in has ended. */
export function onSignedOut(listener: () => void) {
  signedOutListener = listener
}

export function announceSignedOut() {
  signedOutListener()
}

async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    noteAnswer()
    return response
  } catch (cause) {
    if (request.signal.aborted) throw cause
    noteNoAnswer()
    throw new Unreachable(cause)
  }
}

const conventions: Middleware = {
  onRequest({ request }) {
    if (!safeMethods.has(request.method)) request.headers.set('X-Crossway-Request', '1')
  },
  async onResponse({ request, response }) {
    if (response.ok) return
    const failure = await readProblem(response)
    if (response.status === 401 && new URL(request.url).pathname !== sessionAddress) announceSignedOut()
    throw failure
  },
}

/** Typed requests to every service. An answer that is not a success is thrown, never returned. */
export const api = createClient<Paths>({ baseUrl: window.location.origin, fetch: send })
api.use(conventions)

/** The same as TanStack Query options: `queries.queryOptions('get', '/api/...')`. */
export const queries = createQueryClient(api)
