import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs } from '@/test/mock-api/identity-data'
import { renderRoute } from '@/test/render-route'

describe('the account', () => {
  test('shows where one is signed in, and ends it elsewhere', async () => {
    const { user } = await renderRoute('/account', sessionAs('coordinator', { everywhere: true }))
    expect(await screen.findByText('This browser')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Sign out Safari on iPhone' }))
    const dialog = screen.getByRole('dialog', { name: 'Sign out Safari on iPhone?' })
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull())
  })

  test('changes the password, and says what is wrong at its field', async () => {
    const { user } = await renderRoute('/account', sessionAs('coordinator'))
    await user.type(screen.getByLabelText('Current password'), 'wrong')
    await user.type(screen.getByLabelText('New password'), 'four quiet yellow boats')
    await user.click(screen.getByRole('button', { name: 'Change password' }))
    expect(await screen.findByRole('link', { name: 'This is not your current password' })).toBeTruthy()

    await user.clear(screen.getByLabelText('Current password'))
    await user.type(screen.getByLabelText('Current password'), 'right')
    await user.click(screen.getByRole('button', { name: 'Change password' }))
    expect(await screen.findByText('Your password is changed')).toBeTruthy()
    expect(screen.getByLabelText('New password')).toHaveProperty('value', '')
  })
})

describe('people', () => {
  test('a coordinator invites, and gets the one-time link to hand over', async () => {
    const { user } = await renderRoute('/members', sessionAs('coordinator'))
    expect(await screen.findByText('Gareth Penrose')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: 'Invite someone' }))
    await user.type(await screen.findByLabelText('Email address'), 'new.tutor@college.example')
    await user.click(screen.getByRole('button', { name: 'Invite' }))
    expect(screen.getByRole('link', { name: 'Choose at least one role' })).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByLabelText('Tutor'))
    await user.click(screen.getByRole('button', { name: 'Invite' }))
    expect(await screen.findByText('https://crossway.example/invitation#token=one-time')).toBeTruthy()
    await expectAccessible()
  })

  test('an administrator changes roles and removes, but not themselves', async () => {
    const { user } = await renderRoute('/members', sessionAs('administrator'))
    expect(await screen.findByText('This is you')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Roles of Gareth Penrose' }))
    const employer = await screen.findByLabelText('Employer')
    expect(employer).toHaveProperty('checked', true)
    await user.click(screen.getByLabelText('Mentor'))
    await user.click(screen.getByRole('button', { name: 'Save the roles' }))
    expect(await screen.findByText('The roles of Gareth Penrose are saved')).toBeTruthy()
  })

  test('somebody invited joins with a name and a password', async () => {
    window.history.replaceState(null, '', '/invitation#token=one-time')
    await renderRoute('/invitation')
    expect(await screen.findByRole('heading', { level: 1, name: /Join Leeds/ })).toBeTruthy()
    expect(window.location.hash).toBe('')
    expect(screen.getByLabelText('Choose a password')).toBeTruthy()
    await expectAccessible()
  })

  test('an invitation without its token says what to do', async () => {
    window.history.replaceState(null, '', '/invitation')
    await renderRoute('/invitation')
    expect(screen.getByRole('heading', { level: 1, name: 'This invitation cannot be used' })).toBeTruthy()
  })
})

describe('partner systems', () => {
  test('an administrator adds one and sees its secret once', async () => {
    const { user } = await renderRoute('/partner-systems', sessionAs('administrator'))
    expect(await screen.findByRole('heading', { name: 'Payroll' })).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('link', { name: 'Add a system' }))
    await user.type(await screen.findByLabelText('Name of the system'), 'Roster')
    await user.click(screen.getByLabelText('Read organisations and placements'))
    await user.click(screen.getByRole('button', { name: 'Add the system' }))
    expect(await screen.findByText('a-long-secret-that-is-shown-once')).toBeTruthy()
    await expectAccessible()
  })

  test('a further secret is made beside the one that works', async () => {
    const { user } = await renderRoute('/partner-systems', sessionAs('administrator'))
    await user.click(await screen.findByRole('button', { name: 'Make a new secret for Payroll' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Make a new secret' }))
    expect(await screen.findByText('a-long-secret-that-is-shown-once')).toBeTruthy()
  })
})
