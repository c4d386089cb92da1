import { useQueryClient } from '@tanstack/react-query'

/** Reads everything of the learners service anew after a change: its lists, counts and records hang together. */
export function useRefreshLearners() {
  const queryClient = useQueryClient()
  return () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/learners/') })
}

/** Reads everything of the placements service anew after a change. */
export function useRefreshHosts() {
  const queryClient = useQueryClient()
  return () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/placements/') })
}

/** Reads everything of the portfolio service anew after a change. */
export function useRefreshPortfolio() {
  const queryClient = useQueryClient()
  return () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/portfolio/') })
}

/** What `If-Match` needs to say that this version was looked at. */
export function ifMatch({ version }: { version: number }): string {
  return `"${version}"`
}
