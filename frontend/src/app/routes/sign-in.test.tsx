import { screen } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { demonstrationPassword } from '@/test/mock-api/identity-data'
import { problem } from '@/test/mock-api/problem'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

describe('signing in', () => {
  test('a page behind the sign-in asks for it and then opens', async () => {
    const { user, router } = await renderRoute('/')
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeTruthy()
    await expectAccessible()

    await user.type(screen.getByLabelText('Email address'), 'coordinator.1@demo.example')
    await user.type(screen.getByLabelText('Password'), demonstrationPassword)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('heading', { level: 1, name: /Amara/ })).toBeTruthy()
    expect(router.state.location.pathname).toBe('/')
  })

  test('what is missing is listed, focused and linked to its field', async () => {
    const { user } = await renderRoute('/sign-in')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    const summary = screen.getByRole('alert')
    expect(document.activeElement).toBe(summary)
    expect(document.title).toMatch(/^Error: /)
    await user.click(screen.getByRole('link', { name: 'Enter your password' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    await expectAccessible()
  })

  test('a wrong password is told in a sentence, and the email address stays', async () => {
    const { user } = await renderRoute('/sign-in')
    await user.type(screen.getByLabelText('Email address'), 'someone@example.org')
    await user.type(screen.getByLabelText('Password'), 'not the password')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByText(/do not belong together/)).toBeTruthy()
    expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'someone@example.org')
  })

  test('after too many tries it says how long to wait', async () => {
    server.use(
      http.post('*/api/identity/v1/session', () =>
        problem(429, 'too-many-attempts', 'Too many attempts', {
          detail: 'There were too many attempts.',
          headers: { 'Retry-After': '240' },
        }),
      ),
    )
    const { user } = await renderRoute('/sign-in')
    await user.type(screen.getByLabelText('Email address'), 'someone@example.org')
    await user.type(screen.getByLabelText('Password'), 'not the password')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('You can try again in 4 minutes.')).toBeTruthy()
  })

  test('the demonstration opens by one press, for the chosen programme', async () => {
    const { user } = await renderRoute('/sign-in')
    await user.selectOptions(await screen.findByLabelText('Programme'), 'Leeds')
    await user.click(screen.getByRole('button', { name: /^Apprentice/ }))
    expect(await screen.findByRole('heading', { level: 1, name: /Joss/ })).toBeTruthy()
    expect(screen.getByText('Leeds')).toBeTruthy()
  })

  test('without a demonstration only the form is offered', async () => {
    server.use(http.get('*/api/identity/v1/demonstration', () => problem(404, 'not-found', 'Not found')))
    await renderRoute('/sign-in')
    expect(screen.queryByText('Try the demonstration')).toBeNull()
  })

  test('when Crossway cannot be reached nothing typed is lost', async () => {
    const { user } = await renderRoute('/sign-in')
    server.use(http.post('*/api/identity/v1/session', () => Response.error()))
    await user.type(screen.getByLabelText('Email address'), 'someone@example.org')
    await user.type(screen.getByLabelText('Password'), 'a password')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText(/not saved yet/)).toBeTruthy()
    expect(await screen.findByText('You are offline.')).toBeTruthy()
    expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'someone@example.org')
  })
})
