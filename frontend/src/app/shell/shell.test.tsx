import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { sessionAs } from '@/test/mock-api/identity-data'
import { signedIn } from '@/test/mock-api/identity'
import { problem, signInRequired } from '@/test/mock-api/problem'
import { expectAccessible } from '@/test/axe'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

function navigation() {
  return within(screen.getByRole('navigation', { name: 'Main' }))
    .getAllByRole('link')
    .map((link) => link.textContent)
}

describe('the shell', () => {
  test.each([
    [
      'coordinator',
      ['Home', 'Placements', 'Programmes', 'Cohorts', 'Learners', 'Qualifications', 'Organisations', 'People'],
    ],
    ['assessor', ['Home', 'Programmes', 'Cohorts', 'Learners', 'Qualifications', 'Organisations']],
    ['apprentice', ['Home', 'My record', 'My placements', 'Programmes', 'Qualifications', 'Organisations']],
    ['funder', ['Home', 'Programmes', 'Cohorts', 'Qualifications', 'Organisations']],
    [
      'administrator',
      [
        'Home',
        'Placements',
        'Programmes',
        'Cohorts',
        'Learners',
        'Qualifications',
        'Organisations',
        'People',
        'Partner systems',
      ],
    ],
  ] as const)('shows a %s where they can go', async (role, expected) => {
    await renderRoute('/', sessionAs(role))
    expect(navigation()).toEqual(expected)
  })

  test('says that it is independent of the NHS, and has its landmarks', async () => {
    await renderRoute('/', sessionAs('coordinator'))
    expect(screen.getByRole('banner')).toBeTruthy()
    expect(screen.getByRole('main')).toBeTruthy()
    expect(within(screen.getByRole('contentinfo')).getByText(/not operated or endorsed by the NHS/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Skip to main content' }).getAttribute('href')).toBe('#main')
    await expectAccessible()
  })

  test('a new page is named, takes the focus and is announced', async () => {
    const { user } = await renderRoute('/', sessionAs('coordinator'))
    await user.click(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Cohorts' }))
    await screen.findByRole('heading', { level: 1, name: 'Cohorts' })
    expect(document.title).toBe('Cohorts – Crossway')
    expect(document.activeElement).toBe(screen.getByRole('main'))
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toBe('Cohorts'))
  })

  test('with several memberships one changes the partnership, by keyboard too', async () => {
    const { user, queryClient } = await renderRoute('/', sessionAs('coordinator', { everywhere: true }))
    await screen.findByText('What needs you')
    const menu = screen.getByRole('button', { name: /^Partnership: Coastal West Sussex/ })
    menu.focus()
    await user.keyboard('{Enter}')
    expect(menu.getAttribute('aria-expanded')).toBe('true')
    await expectAccessible()
    await user.keyboard('{Escape}')
    expect(menu.getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(menu)

    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: /^Leeds/ }))
    expect(await screen.findByText('Coordinator in Leeds')).toBeTruthy()
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(screen.getByRole('button', { name: /^Partnership: Leeds/ })).toBeTruthy()
  })

  test('with one membership there is nothing to choose', async () => {
    await renderRoute('/', sessionAs('coordinator'))
    expect(screen.queryByRole('button', { name: /^Partnership/ })).toBeNull()
  })

  test('signing out forgets everything and says so', async () => {
    const { user, queryClient } = await renderRoute('/cohorts', sessionAs('coordinator'))
    await screen.findByRole('link', { name: 'March 2026' })
    await user.click(screen.getByRole('button', { name: /^Your account/ }))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    expect(await screen.findByText('You have signed out')).toBeTruthy()
    expect(queryClient.getQueriesData({ queryKey: ['get', '/api/learners/v1/cohorts'] })).toEqual([])
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
  })

  test('when the sign-in has ended, one signs in again and is back with what was typed', async () => {
    const coordinator = sessionAs('coordinator')
    const { user, router } = await renderRoute('/enrolments/new', coordinator)
    await user.type(screen.getByLabelText('Given names'), 'Imogen')

    signedIn.session = null
    server.use(http.get('*/api/learners/v1/cohorts', signInRequired))
    await act(() => router.options.context.queryClient.invalidateQueries())
    expect(await screen.findByText('Please sign in again')).toBeTruthy()

    server.resetHandlers()
    await user.click(await screen.findByRole('button', { name: /^Coordinator/ }))
    expect(await screen.findByLabelText('Given names')).toHaveProperty('value', 'Imogen')
    expect(screen.getByText(/What you had typed/)).toBeTruthy()
    expect(router.state.location.pathname).toBe('/enrolments/new')
  })

  test('a sign-in that another tab ended is noticed, without breaking the page', async () => {
    const { queryClient } = await renderRoute('/cohorts', sessionAs('coordinator'))
    await screen.findByRole('link', { name: 'March 2026' })
    signedIn.session = null
    await act(() => queryClient.refetchQueries({ queryKey: ['session'] }))
    expect(await screen.findByText('Please sign in again')).toBeTruthy()
  })

  test('a partnership that another tab changed to is shown, and nothing of the one before', async () => {
    const { queryClient } = await renderRoute('/', sessionAs('coordinator', { everywhere: true }))
    await screen.findByText('Coordinator in Coastal West Sussex')
    const [, leeds] = sessionAs('coordinator', { everywhere: true }).memberships
    signedIn.session = { ...sessionAs('coordinator', { everywhere: true }), membership: leeds ?? null }
    await act(() => queryClient.refetchQueries({ queryKey: ['session'] }))
    expect(await screen.findByText('Coordinator in Suffolk')).toBeTruthy()
  })

  test('offline is said, what was read stays, and coming back is announced', async () => {
    const { user, queryClient } = await renderRoute('/cohorts', sessionAs('coordinator'))
    await screen.findByRole('link', { name: 'March 2026' })

    server.use(http.all('*/api/*', () => HttpResponse.error()))
    await act(() => queryClient.invalidateQueries())
    expect(await screen.findByText('You are offline.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'March 2026' })).toBeTruthy()
    expect(await screen.findByText(/as last read/)).toBeTruthy()
    await expectAccessible()

    server.resetHandlers()
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await waitFor(() => expect(screen.queryByText('You are offline.')).toBeNull())
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toBe('Crossway can be reached again'))
  })
})

describe('pages that cannot be shown', () => {
  test('an unknown address', async () => {
    await renderRoute('/nowhere', sessionAs('coordinator'))
    expect(screen.getByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy()
    await expectAccessible()
  })

  test('something that is not there, or belongs to another partnership', async () => {
    await renderRoute('/cohorts/018f0000-0000-7000-8000-00000000dead', sessionAs('coordinator'))
    expect(await screen.findByRole('heading', { level: 1, name: 'We could not find this' })).toBeTruthy()
    await expectAccessible()
  })

  test('something that the role does not include', async () => {
    server.use(http.get('*/api/learners/v1/learners', () => problem(403, 'forbidden', 'Your role does not allow this')))
    await renderRoute('/learners', sessionAs('coordinator'))
    expect(await screen.findByText('You do not have access to this')).toBeTruthy()
    await expectAccessible()
  })

  test('a fault of ours shows the reference and can be tried again', async () => {
    server.use(http.get('*/api/learners/v1/programmes', () => problem(500, 'internal', 'Unexpected'), { once: true }))
    const { user } = await renderRoute('/programmes', sessionAs('coordinator'))
    expect(await screen.findByText('req-0001')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Coastal integrated apprenticeship' })).toBeTruthy()
  })
})
