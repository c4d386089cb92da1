import { problemOf, Unreachable } from '@/api/failure'
import { Button } from '@/components/ui/button/button'

interface FailureProps {
  error: unknown
  onRetry?: () => void
}

interface Words {
  title: string
  text: string
  /** Trying again may help. */
  retry: boolean
}

export function failureWords(error: unknown): Words {
  if (error instanceof Unreachable) {
    return {
      title: 'Crossway cannot be reached',
      text: 'This device seems to be offline, or our service is not answering. We keep trying by ourselves.',
      retry: true,
    }
  }
  const problem = problemOf(error)
  switch (problem?.status) {
    case 403:
      return {
        title: 'You do not have access to this',
        text: 'Your role in this partnership does not include it. If it should, ask your coordinator.',
        retry: false,
      }
    case 404:
      return {
        title: 'We could not find this',
        text: 'It may have been removed, or it belongs to another partnership than the one you are working in.',
        retry: false,
      }
    case 409:
      return { title: problem.title, text: problem.detail, retry: true }
    case 429:
      return {
        title: 'A little too fast',
        text: 'There were many requests in a short time. Wait a moment and try again.',
        retry: true,
      }
    case 503:
      return {
        title: 'This part of Crossway is resting',
        text: 'It will be back by itself. Try again in a moment.',
        retry: true,
      }
    default:
      return {
        title: 'Something went wrong',
        text: 'It is not your fault, and nothing you saved is lost. Try again.',
        retry: true,
      }
  }
}

/** Says what failed, what it means, and what can be done. */
export function Failure({ error, onRetry }: FailureProps) {
  const { title, text, retry } = failureWords(error)
  const problem = problemOf(error)
  return (
    <div className="cw-failure" role="alert">
      <h2 className="cw-failure__title">{title}</h2>
      <FailureText text={text} requestId={problem && problem.status >= 500 ? problem.request_id : undefined} />
      {retry && onRetry && (
        <Button variant="secondary" small onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

export function FailureText({ text, requestId }: { text: string; requestId: string | undefined }) {
  return (
    <>
      <p>{text}</p>
      {requestId && (
        <p className="cw-failure__reference">
          Reference for support: <code>{requestId}</code>
        </p>
      )}
    </>
  )
}
