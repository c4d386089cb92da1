import { useEffect } from 'react'
import { announce } from '@/lib/announcer'

const product = 'Crossway'
const errorPrefix = 'Error: '

/** Names the document, and says the name to screen readers when it is new. */
export function usePageTitle(title: string) {
  useEffect(() => {
    const full = title === product ? product : `${title} – ${product}`
    if (document.title === full) return
    document.title = full
    announce(title)
  }, [title])
}

/** While `failed`, the document's name starts with "Error:", as people who hear it first need to know. */
export function useErrorTitle(failed: boolean) {
  useEffect(() => {
    if (!failed) return
    document.title = errorPrefix + document.title
    return () => {
      document.title = document.title.replace(errorPrefix, '')
    }
  }, [failed])
}
