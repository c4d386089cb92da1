import { Button } from '@/components/ui/button/button'

interface LoadMoreProps {
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    fetchNextPage: () => Promise<unknown>
  }
  /** How many are on screen, in words: "50 learners". */
  shown: string
}

/** How much of a list is on screen, and the way to the rest. */
export function LoadMore({ query, shown }: LoadMoreProps) {
  return (
    <div className="cw-load-more">
      <p role="status">
        {query.hasNextPage ? `The first ${shown}` : `All ${shown}`}
        {query.isFetchNextPageError && ': the rest could not be read, try again'}
      </p>
      {query.hasNextPage && (
        <Button
          variant="secondary"
          small
          aria-disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? 'Loading more…' : 'Show more'}
        </Button>
      )}
    </div>
  )
}
