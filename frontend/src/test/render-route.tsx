import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createQueryClient } from '@/app/query-client'
import { createAppRouter } from '@/app/router'
import type { Session } from '@/api/session'
import { signedIn } from '@/test/mock-api/identity'

/** Opens the whole client at `path`, signed in with `session`, against the mock API. */
export async function renderRoute(path: string, session: Session | null = null) {
  signedIn.session = session
  document.documentElement.lang = 'en-GB'
  const queryClient = createQueryClient()
  const history = createMemoryHistory({ initialEntries: [path] })
  const router = createAppRouter({ queryClient }, { history })
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return { router, queryClient, user: userEvent.setup() }
}
