import { expect, test } from 'vitest'
import { blockDetail, learningDayDetail, reviewSentence } from '@/features/programmes/words'

test('review schedules read as a sentence', () => {
  expect(reviewSentence({ days_after_placement_start: [14, 42], then_every_months: 1, note: '' })).toBe(
    'After 2 weeks and 6 weeks of each placement, then every month.',
  )
  expect(reviewSentence({ days_after_placement_start: [10], then_every_months: null, note: '' })).toBe(
    'After 10 days of each placement.',
  )
  expect(reviewSentence({ days_after_placement_start: [], then_every_months: 3, note: '' })).toBe('Every 3 months.')
  expect(reviewSentence({ days_after_placement_start: [], then_every_months: null, note: '' })).toBe(
    'No reviews are scheduled.',
  )
})

test('learning days say when they are', () => {
  expect(learningDayDetail({ text: 'College', frequency: 'weekly', weekday: 2, days: 1, sector: 'health' })).toBe(
    '1 day every week, on Tuesday, during health placements',
  )
  expect(
    learningDayDetail({ text: 'Training', frequency: 'between_blocks', weekday: null, days: 2, sector: null }),
  ).toBe('2 days between placements')
})

test('a block says where it is and which settings will do', () => {
  const block = {
    name: 'Care',
    kind: 'placement',
    length_weeks: 26,
    location: 'hosted',
    sector: 'social_care',
  } as const
  expect(blockDetail({ ...block, setting_kinds: ['day_centre', 'care_home'] })).toBe(
    'Social care, hosted by a partner: day centre or care home',
  )
  expect(blockDetail({ ...block, sector: null, location: 'home', setting_kinds: [] })).toBe('At the employer of record')
})
