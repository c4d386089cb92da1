import { type Query, type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { announceSignedOut, api } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { SessionRead } from '@/api/identity.gen'

export type Session = SessionRead
export type Membership = NonNullable<Session['membership']>

const queryKey = ['session'] as const

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal, client }): Promise<Session | null> => {
    const before = client.getQueryData<Session | null>(queryKey)
    const now = await readSession(signal)
    if (before && !now) {
      // The pages on screen are made for somebody: they keep that until the sign-in page has taken their place.
      announceSignedOut()
      return before
    }
    // Another tab may have signed in as somebody else, or gone to another partnership.
    if (before && now && (before.account.id !== now.account.id || before.membership?.id !== now.membership?.id))
      forgetTheRest(client)
    return now
  },
  staleTime: 60_000,
  gcTime: Infinity,
})

async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    const { data } = await api.GET('/api/identity/v1/session', { signal })
    return data ?? null
  } catch (error) {
    if (hasStatus(error, 401)) return null
    throw error
  }
}

/** Everything that was read under another sign-in goes; what is on screen is read anew. */
function forgetTheRest(client: QueryClient) {
  const rest = { predicate: (query: Query) => query.queryKey[0] !== queryKey[0] }
  client.removeQueries({ ...rest, type: 'inactive' })
  void client.resetQueries(rest)
}

export function useMaybeSession(): Session | null {
  return useSuspenseQuery(sessionQuery).data
}

/** For pages behind the sign-in; the router lets nobody else reach them. */
export function useSession(): Session {
  const session = useMaybeSession()
  if (!session) throw new Error('This page is only for people who are signed in')
  return session
}

/** Makes `session` the current one, or nobody's, and forgets what was read under another. */
export function useStartSession() {
  const client = useQueryClient()
  return useCallback(
    (session: Session | null) => {
      client.setQueryData(queryKey, session)
      forgetTheRest(client)
    },
    [client],
  )
}
