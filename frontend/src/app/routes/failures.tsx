import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemAnswer, Unreachable } from '@/api/failure'
import { Button } from '@/components/ui/button/button'
import { Page } from '@/components/ui/page/page'
import { FailurePage } from '@/components/ui/query/loaded'

/** What is left of a page that broke. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const answered = error instanceof ProblemAnswer || error instanceof Unreachable
  useEffect(() => {
    if (!answered) reportError(error)
  }, [answered, error])

  if (answered) {
    return (
      <FailurePage
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    )
  }
  return (
    <Page title="This page broke" narrow>
      <p>
        That is our mistake. Nothing that you saved is lost. Reload the page; if it breaks again, tell your
        administrator what you were doing.
      </p>
      <Button onClick={() => window.location.reload()}>Reload the page</Button>
    </Page>
  )
}

export function PageNotFound() {
  return (
    <Page title="Page not found" narrow>
      <p>If you typed the address, check it. If you followed a link, it may be out of date.</p>
      <p>
        <Link to="/">Go to your home page</Link>
      </p>
    </Page>
  )
}
