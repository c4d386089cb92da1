import { screen } from '@testing-library/react'
import { http } from 'msw'
import { expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { problem } from '@/test/mock-api/problem'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

test('a forgotten password is answered the same, whoever asks', async () => {
  const { user } = await renderRoute('/forgotten-password')
  await expectAccessible()
  await user.type(screen.getByLabelText('Email address'), 'someone@example.org')
  await user.click(screen.getByRole('button', { name: 'Send me the link' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Check your email' })).toBeTruthy()
  await expectAccessible()
})

test('a new password is set by the mailed link', async () => {
  window.history.replaceState(null, '', '/reset-password#token=one-time')
  const { user } = await renderRoute('/reset-password')
  await expectAccessible()
  await user.type(screen.getByLabelText('New password'), 'short')
  await user.click(screen.getByRole('button', { name: 'Set the new password' }))
  expect(screen.getByRole('link', { name: 'Your new password needs 12 characters or more' })).toBeTruthy()
  await user.type(screen.getByLabelText('New password'), ' but longer now')
  await user.click(screen.getByRole('button', { name: 'Set the new password' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Your new password is set' })).toBeTruthy()
})

test('a link that is used up says so and stays on the page', async () => {
  server.use(
    http.put('*/api/identity/v1/password-resets', () =>
      problem(410, 'link-not-valid', 'The link does not work any more', { detail: 'Ask for a new link.' }),
    ),
  )
  window.history.replaceState(null, '', '/reset-password#token=used')
  const { user } = await renderRoute('/reset-password')
  await user.type(screen.getByLabelText('New password'), 'four quiet yellow boats')
  await user.click(screen.getByRole('button', { name: 'Set the new password' }))
  expect(await screen.findByText('Ask for a new link.')).toBeTruthy()
})

test('without its token the link is not complete', async () => {
  window.history.replaceState(null, '', '/reset-password')
  await renderRoute('/reset-password')
  expect(screen.getByRole('link', { name: 'Send me a new link' })).toBeTruthy()
})
