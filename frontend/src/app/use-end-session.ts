import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { sessionQuery } from '@/api/session'
import { holdOpenForms } from '@/lib/drafts'

export type EndReason = 'signed-out' | 'ended'

/** Forgets everything that was read and goes to the sign-in; when the sign-in just ended, with the way back. */
export function useEndSession() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useCallback(
    async (reason: EndReason) => {
      const session = queryClient.getQueryData(sessionQuery.queryKey)
      if (!session) return
      const { href } = router.state.location
      if (reason === 'ended') holdOpenForms(session.account.id)
      queryClient.setQueryData(sessionQuery.queryKey, null)
      await router.navigate({
        to: '/sign-in',
        search: reason === 'ended' ? { reason, return: href } : { reason },
        replace: true,
      })
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    },
    [queryClient, router],
  )
}
