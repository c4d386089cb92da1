import { useEffect, useState } from 'react'
import { onAnnouncement } from '@/lib/announcer'

export function Announcer() {
  const [message, setMessage] = useState('')
  useEffect(() => onAnnouncement(setMessage), [])
  return (
    <p className="nhsuk-u-visually-hidden" aria-live="polite" aria-atomic="true" data-testid="announcer">
      {message}
    </p>
  )
}
