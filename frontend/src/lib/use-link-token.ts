import { useState } from 'react'

/**
 * The one-time token of a mailed link. It is taken out of the address at once,
 * so that it stays out of the browser's history and of anything that reads addresses.
 */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const { hash, search, pathname } = window.location
    const found = new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token') ?? ''
    if (found) window.history.replaceState(window.history.state, '', pathname)
    return found
  })
  return token
}
