import { type Query, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { SessionRead } from '@/api/identity.gen'

export type Session = SessionRead
export type Membership = NonNullable<Session['membership']>

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const { data } = await api.GET('/api/identity/v1/session', { signal })
      return data ?? null
    } catch (error) {
      if (hasStatus(error, 401)) return null
      throw error
    }
  },
  staleTime: 60_000,
  gcTime: Infinity,
})

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
  const queryClient = useQueryClient()
  return useCallback(
    (session: Session | null) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      const others = { predicate: ({ queryKey }: Query) => queryKey[0] !== sessionQuery.queryKey[0] }
      queryClient.removeQueries({ ...others, type: 'inactive' })
      void queryClient.resetQueries(others)
    },
    [queryClient],
  )
}
