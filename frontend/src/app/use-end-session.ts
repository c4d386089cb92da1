import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { sessionQuery, useStartSession } from '@/api/session'
import { holdOpenForms } from '@/lib/drafts'

type EndReason = 'signed-out' | 'ended'

/** Forgets everything that was read and goes to the sign-in; when the sign-in just ended, with the way back. */
export function useEndSession() {
  const queryClient = useQueryClient()
  const router = useRouter()
  const startSession = useStartSession()
  const ending = useRef(false)
  return useCallback(
    async (reason: EndReason) => {
      const session = queryClient.getQueryData(sessionQuery.queryKey)
      // Several requests of a page find the end at once.
      if (!session || ending.current) return
      ending.current = true
      const { href } = router.state.location
      if (reason === 'ended') holdOpenForms(session.account.id)
      // First away from the page, which is made for somebody who is signed in.
      await router.navigate({
        to: '/sign-in',
        search: reason === 'ended' ? { reason, return: href } : { reason },
        replace: true,
      })
      startSession(null)
      ending.current = false
    },
    [queryClient, router, startSession],
  )
}
