import { useSyncExternalStore } from 'react'

/** Below this, a board of weeks is too small to read or to hit with a finger. */
const narrow = '(max-width: 48em)'

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
}

function subscribe(listener: () => void) {
  const list = window.matchMedia(narrow)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}
