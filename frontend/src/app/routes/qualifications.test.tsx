import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { programme } from '@/test/mock-api/learners-data'
import { requirementsOfLearner } from '@/test/mock-api/portfolio'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

const learner = `/learners/${uuid(6, 1)}/requirements`

describe('qualifications', () => {
  test('are read down to the criterion, each with an address of its own', async () => {
    const { user } = await renderRoute('/qualifications', sessionAs('tutor'))
    const table = await screen.findByRole('table', { name: 'Qualifications' })
    expect(within(table).getByText('1 standard, 2 criteria')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull()
    await expectAccessible()

    await user.click(within(table).getByRole('link', { name: 'Care Certificate' }))
    const unit = await screen.findByRole('region', { name: '8. Fluids and nutrition' })
    expect(screen.getByRole('link', { name: 'Fluids and nutrition' }).getAttribute('href')).toBe(`#${unit.id}`)
    expect(document.getElementById('criterion-8.3')?.textContent).toContain('In a placement')
    expect(screen.getByText('1 April 2015')).toBeTruthy()
    expect(screen.getByText('The words are our own.')).toBeTruthy()
    await expectAccessible()
  })

  test('are added from the catalogue by the coordinator', async () => {
    const { user } = await renderRoute('/qualifications', sessionAs('coordinator'))
    await user.click(await screen.findByRole('button', { name: 'Add Level 2 Diploma' }))
    expect(await screen.findByRole('link', { name: 'Level 2 Diploma' })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Ready to add' })).toBeNull()
  })

  test('say so when there are none, and when they cannot be read', async () => {
    server.use(http.get('*/api/portfolio/v1/qualifications', () => HttpResponse.json({ items: [], next_cursor: null })))
    await renderRoute('/qualifications', sessionAs('assessor'))
    expect(await screen.findByText('No qualification yet')).toBeTruthy()
    await renderRoute(`/qualifications/${uuid(40, 9)}`, sessionAs('assessor'))
    expect(await screen.findByText('We could not find this')).toBeTruthy()
  })
})

describe('what a programme asks for', () => {
  test('stands on its page and is changed by the coordinator', async () => {
    const { user, router } = await renderRoute('/qualifications', sessionAs('coordinator'))
    await user.click(await screen.findByRole('button', { name: 'Add Level 2 Diploma' }))
    await screen.findByRole('link', { name: 'Level 2 Diploma' })
    await router.navigate({ to: '/programmes/$programmeId', params: { programmeId: programme.id } })
    expect(await screen.findByText(/of which 1 belong in a placement/)).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Change what it asks for' }))
    const chosen = await screen.findByLabelText<HTMLInputElement>('Care Certificate')
    expect(chosen.checked).toBe(true)
    await expectAccessible()
    await user.click(screen.getByLabelText('Level 2 Diploma'))
    await user.click(screen.getByRole('button', { name: 'Save what it asks for' }))
    expect(await screen.findByText('What the programme asks for is saved')).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'Level 2 Diploma' })).toBeTruthy()
  })

  test('is only read by others', async () => {
    await renderRoute(`/programmes/${programme.id}`, sessionAs('apprentice'))
    expect(await screen.findByRole('link', { name: 'Care Certificate' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Change what it asks for' })).toBeNull()
  })
})

describe('what a learner has to evidence', () => {
  test('is shown to the apprentice in short on the record and then one by one', async () => {
    const { user } = await renderRoute(`/learners/${uuid(6, 1)}`, sessionAs('apprentice'))
    const card = await screen.findByRole('region', { name: 'What I still need' })
    expect(await within(card).findByRole('progressbar')).toBeTruthy()
    await user.click(within(card).getByRole('link', { name: /one by one/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'What I still need' })).toBeTruthy()
    await user.click(await screen.findByText('8. Fluids and nutrition'))
    expect(screen.getByText('Met')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('link', { name: /^Show only what is missing/ }))
    expect(await screen.findByText('8.3')).toBeTruthy()
    expect(screen.queryByText('8.1')).toBeNull()
  })

  test('names the learner for those who support them, and says when nothing is asked for', async () => {
    await renderRoute(learner, sessionAs('assessor'))
    expect(await screen.findByRole('heading', { level: 1, name: /Joss Holloway/ })).toBeTruthy()
    server.use(
      http.get('*/api/portfolio/v1/requirements/:learner', () =>
        HttpResponse.json({ ...requirementsOfLearner, qualifications: [] }),
      ),
    )
    await renderRoute(learner, sessionAs('assessor'))
    expect(await screen.findByText('Nothing is asked for at the moment')).toBeTruthy()
  })
})
