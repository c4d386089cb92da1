import { useState } from 'react'
import { hasStatus } from '@/api/failure'
import { ifMatch } from '@/api/refresh'
import { Notice } from '@/components/ui/notice/notice'

interface Versioned {
  version: number
}

/** Saves over the version that one has seen; when there is a newer one, that counts as seen from then on. */
export function useSeenVersion<Row extends Versioned>(opened: Row, lookAgain: () => Promise<Row>) {
  const [seen, setSeen] = useState(opened)
  return {
    seen,
    changedMeanwhile: seen.version !== opened.version,
    save: async (send: (header: { 'if-match': string }) => Promise<unknown>) => {
      try {
        await send({ 'if-match': ifMatch(seen) })
      } catch (error) {
        if (hasStatus(error, 412)) setSeen(await lookAgain())
        throw error
      }
    },
  }
}

export function ChangedMeanwhile({ version, what }: { version: number; what: string }) {
  return (
    <Notice key={version} tone="attention" title={`${what} changed meanwhile`} focused>
      <p>
        Nothing of yours is saved yet, and what you typed is kept. Saving again puts what stands here in place of what
        somebody else wrote.
      </p>
    </Notice>
  )
}
