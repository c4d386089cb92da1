import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import * as v from 'valibot'
import { sessionQuery } from '@/api/session'
import { Root } from '@/app/root'
import { PageFailure, PageNotFound } from '@/app/routes/failures'

interface RouterContext {
  queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  // The shell shows who is signed in, so that is known before anything is drawn.
  beforeLoad: async ({ context }) => ({ session: await context.queryClient.ensureQueryData(sessionQuery) }),
})

const text = v.optional(v.fallback(v.optional(v.string()), undefined))

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: v.object({ return: text, reason: text }),
  component: lazyRouteComponent(() => import('@/app/routes/sign-in'), 'SignInPage'),
})

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('@/app/routes/forgotten-password'), 'ForgottenPasswordPage'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('@/app/routes/reset-password'), 'ResetPasswordPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => {
    if (!context.session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { return: location.href } })
  },
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('@/app/routes/home'), 'HomePage'),
})

const routeTree = root.addChildren([signIn, forgottenPassword, resetPassword, signedIn.addChildren([home])])

export function createAppRouter(context: RouterContext, options: Pick<Parameters<typeof createRouter>[0], 'history'> = {}) {
  return createRouter({
    ...options,
    routeTree,
    context,
    defaultPreload: 'intent',
    // Fresh enough is decided by the queries, not by the router.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: PageNotFound,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
