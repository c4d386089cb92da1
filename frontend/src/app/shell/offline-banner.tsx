import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isReachable, lookAgain, subscribeToConnection, useReachable } from '@/api/connection'
import { announce } from '@/lib/announcer'

export function OfflineBanner() {
  const reachable = useReachable()
  const queryClient = useQueryClient()

  useEffect(
    () =>
      subscribeToConnection(() => {
        if (!isReachable()) return
        announce('Crossway can be reached again')
        void queryClient.invalidateQueries()
      }),
    [queryClient],
  )

  return (
    <div role="status">
      {!reachable && (
        <div className="cw-offline">
          <div className="nhsuk-width-container cw-offline__content">
            <p>
              <strong>You are offline.</strong> What you have read stays on screen. Changes can be saved again once
              Crossway can be reached.
            </p>
            <button type="button" className="cw-link-button" onClick={lookAgain}>
              Try now
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
