import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { getResponse, type RequestHandler } from 'msw'
import type { Plugin } from 'vite'

/** Answers /api from the mock of the tests, to work on pages without any service: `npm run dev:mock`. */
export function mockApi(): Plugin {
  return {
    name: 'crossway-mock-api',
    configureServer(server) {
      server.middlewares.use((incoming, outgoing, next) => {
        if (!incoming.url?.startsWith('/api/')) return next()
        server
          .ssrLoadModule('/src/test/mock-api/handlers.ts')
          .then((module) => getResponse(module['handlers'] as RequestHandler[], asRequest(incoming)))
          .then((response) => answer(outgoing, response))
          .catch(next)
      })
    },
  }
}

function asRequest(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value)
  const { method = 'GET', url = '/' } = incoming
  const body =
    method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }
  return new Request(new URL(url, 'http://127.0.0.1'), { method, headers, ...body })
}

async function answer(outgoing: ServerResponse, response: Response | undefined) {
  outgoing.statusCode = response?.status ?? 404
  for (const [name, value] of response?.headers ?? []) outgoing.setHeader(name, value)
  outgoing.end(response ? Buffer.from(await response.arrayBuffer()) : undefined)
}
