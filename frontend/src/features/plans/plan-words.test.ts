import { expect, test } from 'vitest'
import { travelInWords } from '@/features/plans/plan-words'

test('says where the minutes of travel come from', () => {
  expect(travelInWords([])).toBeUndefined()
  expect(travelInWords(['estimate'])).toMatch(/estimated/)
  expect(travelInWords(['routing_service'])).not.toMatch(/estimated/)
  expect(travelInWords(['estimate', 'routing_service'])).toMatch(/routing service.*estimated/)
})
