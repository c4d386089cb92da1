import { QueryClient } from '@tanstack/react-query'
import { ProblemAnswer, Unreachable } from '@/api/failure'

const longTimeMs = 60 * 60 * 1000

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Requests are tried even when the browser believes to be offline; see `api/connection.ts`.
        networkMode: 'always',
        staleTime: 5_000,
        // What was read stays readable for as long as a signed-in person is likely to be offline.
        gcTime: longTimeMs,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** A fault that may be over at the next try. */
function isPassing(error: unknown) {
  if (error instanceof Unreachable) return false
  return error instanceof ProblemAnswer && [502, 503, 504].includes(error.problem.status)
}
