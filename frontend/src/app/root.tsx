import { useEffect } from 'react'
import { onSignedOut } from '@/api/client'
import { Shell } from '@/app/shell/shell'
import { useEndSession } from '@/app/use-end-session'

export function Root() {
  const endSession = useEndSession()
  useEffect(() => onSignedOut(() => void endSession('ended')), [endSession])
  return <Shell />
}
