import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs } from '@/test/mock-api/identity-data'
import { cohorts } from '@/test/mock-api/learners-data'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

describe('cohorts', () => {
  test('are searched and filtered, and the address keeps the search', async () => {
    const { user, router } = await renderRoute('/cohorts', sessionAs('coordinator'))
    expect(await screen.findByRole('link', { name: 'March 2015' })).toBeTruthy()
    await expectAccessible()

    await user.selectOptions(screen.getByLabelText('State'), 'Running')
    await waitFor(() => expect(screen.queryByRole('link', { name: 'March 2015' })).toBeNull())
    await user.type(screen.getByLabelText('Search by name'), 'zzz')
    expect(await screen.findByText('No cohort found')).toBeTruthy()
    expect(router.state.location.search).toEqual({ q: 'zzz', state: 'running' })
    await expectAccessible()
  })

  test('nonsense in the address is ignored', async () => {
    await renderRoute('/cohorts?state=melted', sessionAs('coordinator'))
    expect(await screen.findByRole('link', { name: 'March 2015' })).toBeTruthy()
  })

  test('further pages come by a button, and it says when all are there', async () => {
    server.use(
      http.get('*/api/learners/v1/cohorts', ({ request }) => {
        const second = new URL(request.url).searchParams.get('cursor') === 'more'
        return HttpResponse.json({
          items: second ? cohorts.slice(1) : cohorts.slice(0, 1),
          next_cursor: second ? null : 'more',
        })
      }),
    )
    const { user } = await renderRoute('/cohorts', sessionAs('coordinator'))
    expect(await screen.findByText('The first 1 cohort')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    expect(await screen.findByText('All 3 cohorts')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  test('one cohort shows its figures and its learners with their states in words', async () => {
    await renderRoute(`/cohorts/${cohorts[1]?.id}`, sessionAs('coordinator'))
    const table = await screen.findByRole('table', { name: 'Enrolments' })
    expect(within(table).getByRole('row', { name: /Owen Tremlett.*On a break/ })).toBeTruthy()
    expect(within(table).getByRole('row', { name: /Tariq Mbeki.*Temporary ULN/ })).toBeTruthy()
    expect(screen.getByText('places free')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Enrol a learner' })).toBeTruthy()
    await expectAccessible()
  })

  test('a funder sees the figures of a cohort, and nobody by name', async () => {
    await renderRoute(`/cohorts/${cohorts[1]?.id}`, sessionAs('funder'))
    expect(await screen.findByText('Your role sees figures, not people.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Enrol a learner' })).toBeNull()
  })
})

describe('learners', () => {
  test('are found while typing', async () => {
    const { user, router } = await renderRoute('/learners', sessionAs('coordinator'))
    expect(await screen.findByRole('link', { name: 'Joss Holloway' })).toBeTruthy()
    await expectAccessible()
    await user.type(screen.getByLabelText('Search by name or ULN'), 'catch')
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Joss Holloway' })).toBeNull())
    expect(screen.getByRole('link', { name: 'Imi Catchpole' })).toBeTruthy()
    expect(router.state.location.search).toEqual({ q: 'catch' })
  })

  test('a record shows the person, the enrolment, its history and what needs attention', async () => {
    const { user } = await renderRoute('/learners', sessionAs('coordinator'))
    await user.click(await screen.findByRole('link', { name: 'Tariq Mbeki' }))
    expect(await screen.findByText('The ULN is a temporary one')).toBeTruthy()
    expect(screen.getByText(/^19 January 2001/)).toBeTruthy()
    expect(await screen.findByText('Enrolled')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Correct the record' })).toBeTruthy()
    await expectAccessible()
  })

  test('an apprentice reads their own record, and changes nothing', async () => {
    const { user } = await renderRoute('/', sessionAs('apprentice'))
    await user.click(await screen.findByRole('link', { name: 'My record' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Joss Holloway/ })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Correct the record' })).toBeNull()
    expect(screen.queryByRole('navigation', { name: 'Breadcrumb' })).toBeNull()
    await expectAccessible()
  })
})
