import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button/button'
import { Page } from '@/components/ui/page/page'
import { Failure, failureWords, FailureText } from '@/components/ui/query/failure'
import { Loading } from '@/components/ui/query/loading'
import { problemOf } from '@/api/failure'

type Query<Data> = Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'isFetching' | 'refetch'>

interface LoadedProps<Data> {
  query: Query<Data>
  lines?: number
  children: (data: Data) => ReactNode
}

/** A part of a page that needs an answer first. What was read once stays, also when a later look fails. */
export function Loaded<Data>({ query, lines, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error != null && !query.isFetching && <Stale onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  }
  if (query.error != null) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <Loading lines={lines} />
}

/** A whole page that needs an answer first; `title` is its heading until then. */
export function LoadedPage<Data>({
  query,
  title,
  back,
  children,
}: LoadedProps<Data> & { title: string; back?: ReactNode }) {
  if (query.data !== undefined) return <Loaded query={query}>{children}</Loaded>
  if (query.error != null) return <FailurePage error={query.error} back={back} onRetry={() => void query.refetch()} />
  return (
    <Page title={title} back={back}>
      <Loading lines={8} />
    </Page>
  )
}

export function FailurePage({ error, back, onRetry }: { error: unknown; back?: ReactNode; onRetry?: () => void }) {
  const { title, text, retry } = failureWords(error)
  const problem = problemOf(error)
  return (
    <Page title={title} back={back} narrow>
      <FailureText text={text} requestId={problem && problem.status >= 500 ? problem.request_id : undefined} />
      {retry && onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Page>
  )
}

function Stale({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="cw-stale" role="status">
      <span>This is as last read; it could not be refreshed.</span>
      <button type="button" className="cw-link-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
