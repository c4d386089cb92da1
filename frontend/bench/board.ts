import { fileURLToPath } from 'node:url'
import { chromium, type Page, type Route } from '@playwright/test'
import { getResponse, type RequestHandler } from 'msw'
import { createServer, preview } from 'vite'
import type { Session } from '../src/api/session.ts'
import type { BoardRead } from '../src/api/placements.gen.ts'
import { largeBoard } from './large-board.ts'

/**
 * Scrolls the planning board of the built client in a browser; the API is the mock of the tests with a large board.
 * Prints one JSON object for each way of showing it: `bench/board.py` makes the report of them.
 */

const people = 1_000
const viewport = { width: 1366, height: 800 }
const wheelTurns = 160
const wheelPx = 120
const keyTurns = 40

type View = 'people' | 'settings'

interface Case {
  view: View
  /** Every row in the document, as a board without windowing has it. */
  naive: boolean
  slowdown: number
  rounds: number
}

const cases: Case[] = [
  { view: 'people', naive: false, slowdown: 1, rounds: 3 },
  { view: 'settings', naive: false, slowdown: 1, rounds: 3 },
  { view: 'people', naive: false, slowdown: 4, rounds: 1 },
  { view: 'settings', naive: false, slowdown: 4, rounds: 1 },
  { view: 'people', naive: true, slowdown: 1, rounds: 1 },
]

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = await createServer({
  root,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
})
const { handlers } = (await modules.ssrLoadModule('/src/test/mock-api/handlers.ts')) as { handlers: RequestHandler[] }
const { signedIn } = (await modules.ssrLoadModule('/src/test/mock-api/identity.ts')) as {
  signedIn: { session: Session }
}
const { sessionAs } = (await modules.ssrLoadModule('/src/test/mock-api/identity-data.ts')) as {
  sessionAs: (role: 'coordinator') => Session
}
const { boardOf } = (await modules.ssrLoadModule('/src/test/mock-api/plans-data.ts')) as {
  boardOf: (count: number) => BoardRead
}
signedIn.session = sessionAs('coordinator')
const board = largeBoard(boardOf(1), people)
const boardText = JSON.stringify(board)

const built = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } })
const address = built.resolvedUrls?.local[0] ?? ''
const executablePath = process.env['CROSSWAY_CHROMIUM']
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})

for (const each of cases) {
  for (let round = 0; round < each.rounds; round += 1) console.log(JSON.stringify(await measured(each)))
}

await browser.close()
await built.close()
await modules.close()

async function answer(route: Route) {
  const request = route.request()
  if (new URL(request.url()).pathname.endsWith('/board')) {
    await route.fulfill({ contentType: 'application/json', body: boardText })
    return
  }
  const body = request.postDataBuffer()
  const response = await getResponse(
    handlers,
    new Request(request.url(), {
      method: request.method(),
      headers: request.headers(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    }),
  )
  await route.fulfill({
    status: response?.status ?? 404,
    headers: Object.fromEntries(response?.headers ?? []),
    body: response ? Buffer.from(await response.arrayBuffer()) : '',
  })
}

async function measured({ view, naive, slowdown }: Case) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  await page.route('**/api/**', answer)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await devtools.send('Performance.enable')
  if (naive) {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style')
        style.textContent = '.cw-board__scroller { max-height: none !important }'
        document.head.append(style)
      })
    })
  }
  await page.goto(`${address}plans/${board.scenario.id}/board?view=${view}`)
  await page.locator('.cw-bar').first().waitFor()
  const ready = await page.evaluate(() => performance.now())
  // Fonts and requests that follow the first look are no part of scrolling.
  await page.waitForLoadState('networkidle')
  const atRest = await countNodes(page)
  await page.mouse.move(viewport.width / 2, naive ? 400 : 600)
  const before = await devtools.send('Performance.getMetrics')
  const frames = await framesWhile(page, async () => {
    for (let turn = 0; turn < wheelTurns; turn += 1) await page.mouse.wheel(0, wheelPx)
  })
  const after = await devtools.send('Performance.getMetrics')
  const scrolled = await countNodes(page)
  const keys = await slowestKey(page)
  const drag = naive || view === 'settings' ? undefined : await slowestOfDrag(page)
  await context.close()
  return {
    view,
    naive,
    slowdown,
    ready_ms: Math.round(ready),
    nodes: Math.max(atRest.all, scrolled.all),
    grid_nodes: Math.max(atRest.grid, scrolled.grid),
    frames: frames.length,
    frame_p50_ms: at(frames, 0.5),
    frame_p95_ms: at(frames, 0.95),
    frame_max_ms: at(frames, 1),
    task_ms_per_turn: (taskSeconds(after) - taskSeconds(before)) * (1_000 / wheelTurns),
    key_ms: keys,
    drag_ms: drag,
  }
}

/** Without the choices of closed lists (each setting is one of a filter): they are not laid out. */
function countNodes(page: Page) {
  return page.evaluate(() => ({
    all: document.querySelectorAll(':not(option)').length,
    grid: document.querySelectorAll('[role=grid] *').length,
  }))
}

/** How long each frame took, in milliseconds. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  const recorder = await page.evaluateHandle(() => {
    const starts: number[] = []
    let id = requestAnimationFrame(function note(now) {
      starts.push(now)
      id = requestAnimationFrame(note)
    })
    return {
      stop: () => {
        cancelAnimationFrame(id)
        return starts
      },
    }
  })
  await act()
  const starts = await recorder.evaluate(({ stop }) => stop())
  return starts.slice(1).map((start, index) => start - (starts[index] ?? start))
}

/** The slowest answer to arrow keys, from the key to the next frame. */
async function slowestKey(page: Page): Promise<number> {
  await page.locator('.cw-bar[tabindex="0"]').focus()
  return slowestEvent(page, 'keydown', async () => {
    for (let turn = 0; turn < keyTurns; turn += 1)
      await page.keyboard.press(turn % 8 === 7 ? 'ArrowRight' : 'ArrowDown')
  })
}

async function slowestOfDrag(page: Page): Promise<number> {
  const bars = page.locator('.cw-bar[data-movable]')
  const box = await bars.nth(Math.floor((await bars.count()) / 2)).boundingBox()
  if (!box) throw new Error('No bar can be dragged.')
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  return slowestEvent(page, 'pointer', async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 20; step += 1) await page.mouse.move(x + step, y + step)
    await page.mouse.move(x, y)
    await page.keyboard.press('Escape')
    await page.mouse.up()
  })
}

/** Of the events whose name begins so, in milliseconds; the browser reports those from 16 ms on. */
async function slowestEvent(page: Page, name: string, act: () => Promise<void>): Promise<number> {
  const recorder = await page.evaluateHandle(() => {
    const entries: PerformanceEntry[] = []
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()))
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    return {
      stop: () => {
        entries.push(...observer.takeRecords())
        observer.disconnect()
        return entries.map((entry) => ({ name: entry.name, ms: entry.duration }))
      },
    }
  })
  await act()
  await page.waitForTimeout(300)
  const events = await recorder.evaluate(({ stop }) => stop())
  return Math.max(0, ...events.filter((event) => event.name.startsWith(name)).map(({ ms }) => ms))
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

function taskSeconds({ metrics }: { metrics: { name: string; value: number }[] }): number {
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}
