import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

/**
 * Every test also watches the page: no error in the console, no request to another host.
 * A session that is not there is an answer of 401, which browsers report as an error by themselves.
 */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const seen = watch(context, new URL(baseURL ?? '').host)
      await use(undefined)
      expect(seen).toEqual([])
    },
    { auto: true },
  ],
})

/** What goes wrong in the pages of `context`, from now on. */
function watch(context: BrowserContext, host: string): string[] {
  const seen: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      seen.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => seen.push(`error: ${error.error().message}`))
  context.on('request', (request) => {
    if (new URL(request.url()).host !== host) seen.push(`request to another host: ${request.url()}`)
  })
  return seen
}

export { expect, type Page }
