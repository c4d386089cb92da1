import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs } from '@/test/mock-api/identity-data'
import { renderRoute } from '@/test/render-route'

test('a coordinator sees what needs them, and gets there', async () => {
  const { user, router } = await renderRoute('/', sessionAs('coordinator'))
  const need = await screen.findByRole('link', { name: '2 learners with a temporary ULN' })
  expect(screen.getByRole('link', { name: '1 learner should be back from a break' })).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'March 2027' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'March 2015' })).toBeNull()
  await expectAccessible()

  await user.click(need)
  expect(await screen.findByRole('link', { name: 'Tariq Mbeki' })).toBeTruthy()
  expect(router.state.location.search).toEqual({ attention: 'temporary_uln' })
})

test('an apprentice sees where they are and who is there for them', async () => {
  await renderRoute('/', sessionAs('apprentice'))
  const progress = await screen.findByRole('progressbar', { name: '17 weeks of 54 done' })
  expect(progress).toHaveProperty('value', 120)
  expect(screen.getByText('Priya Lindqvist')).toBeTruthy()
  expect(screen.queryByText('What needs you')).toBeNull()
  await expectAccessible()
})

test('an account without a partnership is told what to do', async () => {
  await renderRoute('/', { ...sessionAs('coordinator'), membership: null, memberships: [] })
  expect(screen.getByText(/does not belong to a partnership/)).toBeTruthy()
  await expectAccessible()
})
