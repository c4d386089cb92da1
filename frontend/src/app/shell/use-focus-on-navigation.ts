import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * A new page takes the focus into its main part, as a full page load would: the next Tab starts there.
 * The page's name is spoken by the announcer, once it is known.
 */
export function useFocusOnNavigation() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) document.getElementById('main')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
