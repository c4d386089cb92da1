import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs } from '@/test/mock-api/identity-data'
import { programme } from '@/test/mock-api/learners-data'
import { renderRoute } from '@/test/render-route'

test('a programme states all its facts, its rotation and its cohorts', async () => {
  const { user } = await renderRoute('/programmes', sessionAs('assessor'))
  await user.click(await screen.findByRole('link', { name: programme.name }))

  expect(await screen.findByText('37.5 hours, of which 7.5 hours of learning')).toBeTruthy()
  expect(screen.getByText('£5.13 an hour')).toBeTruthy()
  expect(screen.getByText('After 2 weeks and 6 weeks of each placement, then every month.')).toBeTruthy()
  expect(screen.getByText('£6,800 an apprentice')).toBeTruthy()
  expect(screen.getByText('No chance of moving and handling or feeding')).toBeTruthy()
  expect(screen.getByText('One apprentice was 17 and started in social care.')).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'March 2015' })).toBeTruthy()

  const halves = [
    screen.getByRole('list', { name: 'Rotation of one half' }),
    screen.getByRole('list', { name: 'Rotation of the other half' }),
  ].map((list) =>
    within(list)
      .getAllByRole('listitem')
      .map((step) => step.querySelector('strong')?.textContent),
  )
  expect(halves).toEqual([
    ['College induction and training', 'Apprentice health care assistant', 'Apprentice care assistant'],
    ['College induction and training', 'Apprentice care assistant', 'Apprentice health care assistant'],
  ])
  expect(screen.getAllByText('Weeks 3 to 28 (26 weeks)')).toHaveLength(2)
  expect(screen.queryByRole('link', { name: 'How this programme is planned' })).toBeNull()
  await expectAccessible()
})
