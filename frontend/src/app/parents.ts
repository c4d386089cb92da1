import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { sessionQuery } from '@/api/session'
import { Root } from '@/app/root'
import { keysOf } from '@/lib/keys-of'

/** What every page hangs from, and how addresses are read. */

export interface RouterContext {
  queryClient: QueryClient
}

export const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  // The shell shows who is signed in, so that is known before anything is drawn.
  beforeLoad: async ({ context }) => ({ session: await context.queryClient.ensureQueryData(sessionQuery) }),
})

/** A search parameter as text; anything else in the address is ignored. */
export const text = v.optional(v.fallback(v.optional(v.pipe(v.string(), v.maxLength(200))), undefined))

/** A search parameter with one of the keys of `names`. */
export function oneOf<Code extends string>(names: Record<Code, string>) {
  return v.optional(v.fallback(v.optional(v.picklist(keysOf(names))), undefined))
}

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => {
    if (!context.session)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { return: location.href } })
  },
})
