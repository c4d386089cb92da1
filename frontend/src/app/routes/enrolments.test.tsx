import { screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { cohorts, createEnrolments } from '@/test/mock-api/learners-data'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

const coordinator = sessionAs('coordinator')
const enrolmentPath = `/enrolments/${uuid(23, 1)}`

async function typeDate(user: UserEvent, legend: string, [day, month, year]: [string, string, string]) {
  const group = screen.getByRole('group', { name: legend })
  for (const [part, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    const input = [...group.querySelectorAll('input')].find((field) => field.labels?.[0]?.textContent === part)
    if (!input) throw new Error(`${legend} has no ${part}`)
    await user.clear(input)
    await user.type(input, value)
  }
}

async function fillNewLearner(user: UserEvent) {
  await user.type(screen.getByLabelText('Given names'), 'Wren')
  await user.type(screen.getByLabelText('Family name'), 'Ashdown')
  await typeDate(user, 'Date of birth', ['3', '5', '2007'])
  await user.click(screen.getByLabelText('Female'))
  await user.type(screen.getByLabelText('Unique learner number (ULN)'), '100 000 0043')
  await user.type(screen.getByLabelText('Home postcode (optional)'), 'bn112dh')
  await screen.findByRole('option', { name: 'County Council' })
  await user.selectOptions(screen.getByLabelText('Employer of record'), 'County Council')
  await typeDate(user, 'Start date', ['9', '3', '2026'])
}

describe('enrolling', () => {
  test('somebody new is enrolled and shown', async () => {
    const { user, router } = await renderRoute(`/enrolments/new?cohort=${cohorts[1]?.id}`, coordinator)
    await screen.findByRole('option', { name: /^March 2026.*2 places free/ })
    await expectAccessible()
    await fillNewLearner(user)

    let sent: unknown
    server.events.on('request:start', ({ request }) => {
      if (request.method === 'POST')
        void request
          .clone()
          .json()
          .then((body) => (sent = body))
    })
    await user.click(screen.getByRole('button', { name: 'Enrol the learner' }))

    expect(await screen.findByText('Wren Ashdown is enrolled')).toBeTruthy()
    expect(router.state.location.pathname).toBe(`/enrolments/${uuid(23, 99)}`)
    expect(sent).toMatchObject({
      cohort_id: cohorts[1]?.id,
      recruited_as: 'new',
      started_on: '2026-03-09',
      planned_end_on: null,
      learner: { kind: 'new', date_of_birth: '2007-05-03', uln: '1000000043', home_postcode: 'BN11 2DH', phone: null },
    })
  })

  test('what is missing or wrong is said field by field', async () => {
    const { user } = await renderRoute('/enrolments/new', coordinator)
    await user.type(screen.getByLabelText('Unique learner number (ULN)'), '1234567890')
    await typeDate(user, 'Date of birth', ['31', '2', '2007'])
    await user.click(screen.getByRole('button', { name: 'Enrol the learner' }))

    const links = screen.getAllByRole('link').map((link) => link.textContent)
    expect(links).toContain('Enter the given names')
    expect(links).toContain('Enter the date of birth as a real day, month and year')
    expect(links).toContain('Choose a cohort')
    expect(screen.getByLabelText('Unique learner number (ULN)').getAttribute('aria-invalid')).toBe('true')
    await expectAccessible()
    await user.click(screen.getByRole('link', { name: 'Choose the sex as the funding return asks for it' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Female'))
  })

  test('what the service finds wrong stands at its field', async () => {
    const { user } = await renderRoute(`/enrolments/new?cohort=${cohorts[1]?.id}`, coordinator)
    await screen.findByRole('option', { name: /^March 2026/ })
    await fillNewLearner(user)
    await typeDate(user, 'Start date', ['1', '2', '2026'])
    await user.click(screen.getByRole('button', { name: 'Enrol the learner' }))
    await user.click(await screen.findByRole('link', { name: /choose a day within/ }))
    expect(document.activeElement?.id).toBe('started_on')
  })

  test('the same try keeps its key, another try gets a new one', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post('*/api/learners/v1/enrolments', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        return HttpResponse.error()
      }),
    )
    const { user } = await renderRoute(`/enrolments/new?cohort=${cohorts[1]?.id}`, coordinator)
    await screen.findByRole('option', { name: /^March 2026/ })
    await fillNewLearner(user)
    const button = screen.getByRole('button', { name: 'Enrol the learner' })
    for (const tries of [1, 2]) {
      await user.click(button)
      await waitFor(() => expect(keys).toHaveLength(tries))
      await screen.findByText(/not saved yet/)
    }
    await user.type(screen.getByLabelText('Given names'), 'a')
    await user.click(button)
    await waitFor(() => expect(keys).toHaveLength(3))
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  test('a known learner is found and chosen', async () => {
    const { user } = await renderRoute('/enrolments/new', coordinator)
    await user.click(screen.getByLabelText('Somebody Crossway knows already'))
    await user.type(screen.getByLabelText('Find the learner'), 'lang')
    await user.click(await screen.findByLabelText('Dewi Langridge'))
    expect(screen.getByText('Born 17 June 2003, ULN 1000000043')).toBeTruthy()
    await expectAccessible()
  })
})

describe('one enrolment', () => {
  test('offers what fits its state, to those who may', async () => {
    await renderRoute(enrolmentPath, coordinator)
    expect(await screen.findByRole('link', { name: 'Begin a break' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Record the return' })).toBeNull()
    expect(await screen.findByText('Priya Lindqvist')).toBeTruthy()
    await expectAccessible()
  })

  test('is only read by an assessor', async () => {
    await renderRoute(enrolmentPath, sessionAs('assessor'))
    await screen.findByText('Priya Lindqvist')
    expect(screen.queryByRole('link', { name: 'Withdraw the learner' })).toBeNull()
  })

  test('ends by a withdrawal with its reason, which the history keeps', async () => {
    const { user } = await renderRoute(`${enrolmentPath}/withdraw`, coordinator)
    await screen.findByRole('heading', { level: 1, name: /Withdraw the learner/ })
    await expectAccessible()
    await typeDate(user, 'Last day', ['12', '6', '2026'])
    await user.selectOptions(screen.getByLabelText('Reason'), 'Another job')
    await user.click(screen.getByRole('button', { name: 'Withdraw the learner' }))

    expect(await screen.findByText('The withdrawal is recorded')).toBeTruthy()
    expect(screen.getByText(/This enrolment has ended/)).toBeTruthy()
    expect((await screen.findAllByText('Another job')).length).toBeGreaterThan(0)
  })

  test('changed by somebody else meanwhile: shows what changed, keeps what was typed, saves again', async () => {
    const { user } = await renderRoute(`${enrolmentPath}/withdraw`, coordinator)
    await screen.findByRole('heading', { level: 1, name: /Withdraw the learner/ })
    const [mine] = createEnrolments()
    const theirs = { ...mine, planned_end_on: '2027-04-11', version: 2 }
    await fetch(`http://localhost:3000/api/learners/v1${enrolmentPath}`, {
      method: 'PATCH',
      headers: { 'If-Match': '"1"' },
      body: JSON.stringify({
        planned_end_on: theirs.planned_end_on,
        effective_on: '2026-05-01',
        reason: 'needs_more_time',
        note: null,
      }),
    })

    await typeDate(user, 'Last day', ['12', '6', '2026'])
    await user.selectOptions(screen.getByLabelText('Reason'), 'Another job')
    await user.click(screen.getByRole('button', { name: 'Withdraw the learner' }))

    expect(await screen.findByText('This enrolment has changed meanwhile')).toBeTruthy()
    expect(screen.getByText('Planned end: was 14 March 2027, is now 11 April 2027')).toBeTruthy()
    expect(screen.getByLabelText('Reason')).toHaveProperty('value', 'another_job')
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Withdraw the learner' }))
    expect(await screen.findByText('The withdrawal is recorded')).toBeTruthy()
  })

  test('what its state does not allow is not offered, even by address', async () => {
    await renderRoute(`${enrolmentPath}/return`, coordinator)
    expect(await screen.findByText(/cannot be recorded now/)).toBeTruthy()
  })
})
