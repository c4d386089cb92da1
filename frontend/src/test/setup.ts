import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { noteAnswer } from '@/api/connection'
import { resetDesk } from '@/test/mock-api/desk'
import { resetHosts } from '@/test/mock-api/hosts'
import { signedIn } from '@/test/mock-api/identity'
import { resetLearners } from '@/test/mock-api/learners'
import { resetPortfolio } from '@/test/mock-api/portfolio'
import { resetDisruptions } from '@/test/mock-api/disruptions'
import { resetPlans } from '@/test/mock-api/plans'
import { resetPlacements } from '@/test/mock-api/placements'
import { server } from '@/test/server'

// A machine that is busy with other checks is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  // happy-dom does not scroll.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  signedIn.session = null
  resetLearners()
  resetDesk()
  resetHosts()
  resetPlans()
  resetDisruptions()
  resetPortfolio()
  resetPlacements()
  noteAnswer()
})
afterAll(() => server.close())
