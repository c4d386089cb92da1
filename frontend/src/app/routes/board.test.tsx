import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { changeElsewhere, resetPlans } from '@/test/mock-api/plans'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

const board = `/plans/${uuid(40, 1)}/board`

function openBoard(search = '') {
  return renderRoute(`${board}${search}`, sessionAs('coordinator'))
}

async function bar(name: RegExp) {
  return screen.findByRole('gridcell', { name })
}

beforeEach(() => {
  // happy-dom lays nothing out: the board gets the size of a window.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})

describe('the board', () => {
  test('shows everybody by weeks, with what is begun, pinned, missing and broken in words', async () => {
    await openBoard()
    const grid = await screen.findByRole('grid', { name: 'People by weeks' })
    expect(grid.getAttribute('aria-rowcount')).toBe('15')
    expect(within(grid).getAllByRole('rowheader')).toHaveLength(12)
    expect(await bar(/^Joss Holloway, First placement: Stroke ward, .*has begun/)).toBeTruthy()
    expect(await bar(/^Tariq Mbeki, Second placement: Community nursing team, .*pinned/)).toBeTruthy()
    expect(await bar(/^Nadia Fairweather, Second placement: No place yet/)).toBeTruthy()
    expect(await bar(/^Bronwen Sethi, Second .*Conflict: Harbour housing support has 3 apprentices/)).toBeTruthy()
    expect(within(grid).getByRole('columnheader', { name: /^3 ?\. Second placement ?, 17 weeks/ })).toBeTruthy()
    await expectAccessible()
  })

  test('shows how full settings are, and which are too full', async () => {
    const { user } = await openBoard()
    await user.click(await screen.findByRole('button', { name: 'Settings by weeks' }))
    const grid = await screen.findByRole('grid', { name: 'Settings by weeks' })
    expect(within(grid).getByRole('rowheader', { name: /^Without a place ?1 apprentice/ })).toBeTruthy()
    expect(within(grid).getByRole('rowheader', { name: /Seaview day centre.*Too full in 5 weeks/ })).toBeTruthy()
    expect(within(grid).getAllByText('3 of 3 places taken, 1 by other cohorts').length).toBeGreaterThan(0)
    expect(within(grid).getByText('2 of 0 places taken: too many')).toBeTruthy()
    await expectAccessible()
  })

  test('is narrowed by name, sector and conflicts; the address keeps it', async () => {
    const { user, router } = await openBoard()
    await user.type(await screen.findByLabelText('Name'), 'catch')
    expect(await screen.findByText('1 apprentice with these filters')).toBeTruthy()
    expect(router.state.location.search).toEqual({ q: 'catch' })
    await user.click(screen.getByRole('button', { name: 'Only conflicts' }))
    expect(await screen.findByText('Nobody fits these filters')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show everybody' }))
    expect(await screen.findByText('12 apprentices')).toBeTruthy()
  })

  test('keeps a thousand people by 52 weeks in few elements', async () => {
    resetPlans(1000)
    await openBoard()
    const grid = await screen.findByRole('grid')
    await waitFor(() => expect(within(grid).getAllByRole('rowheader').length).toBeGreaterThan(12))
    expect(grid.getAttribute('aria-rowcount')).toBe('1003')
    expect(within(grid).getAllByRole('rowheader').length).toBeLessThan(40)
    expect(grid.querySelectorAll('*').length).toBeLessThan(500)
  })
})

describe('moving', () => {
  test('shows the verdict of a choice before it is made, then makes it and can take it back', async () => {
    const { user } = await openBoard()
    await user.click(await bar(/^Imogen Catchpole, Second placement/))
    const dialog = await screen.findByRole('dialog', { name: 'Imogen Catchpole: Second placement' })
    await user.click(await within(dialog).findByLabelText('Beech House'))
    expect(await within(dialog).findByText('It breaks no rule')).toBeTruthy()
    expect(within(dialog).getByText(/costs 4 points more/)).toBeTruthy()
    await expectAccessible()
    await user.click(within(dialog).getByRole('button', { name: 'Make this move' }))
    expect(await bar(/^Imogen Catchpole, Second placement: Beech House/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Undo: the last move' }))
    expect(await bar(/^Imogen Catchpole, Second placement: Harbour housing support/)).toBeTruthy()
  })

  test('says what a choice would break, offers what would allow it, and can be made all the same', async () => {
    const { user } = await openBoard()
    await user.click(await bar(/^Imogen Catchpole, Second placement/))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByText(/Places that would break a rule \(/))
    await user.click(within(dialog).getByLabelText('Elderly care ward'))
    const verdict = await within(dialog).findByText('It would break a rule')
    expect(verdict).toBeTruthy()
    expect(within(dialog).getAllByText(/is 17 on the first day/).length).toBeGreaterThan(0)
    expect(within(dialog).getByText(/breaks no rule in block 4 \(Third placement\)/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Move anyway' }))
    expect(
      await bar(/^Imogen Catchpole, Second placement: Elderly care ward.*Conflict: Imogen Catchpole is 17/),
    ).toBeTruthy()
  })

  test('swaps two people', async () => {
    const { user } = await openBoard()
    await user.click(await bar(/^Joss Holloway, Third placement: Community nursing team/))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Swap with somebody' }))
    await user.selectOptions(within(dialog).getByLabelText('Swap with'), 'Tariq Mbeki (Stroke ward)')
    await user.click(await within(dialog).findByRole('button', { name: 'Make this move' }))
    expect(await bar(/^Joss Holloway, Third placement: Stroke ward/)).toBeTruthy()
    expect(await bar(/^Tariq Mbeki, Third placement: Community nursing team/)).toBeTruthy()
  })

  test('leaves what has begun where it is, and says why', async () => {
    const { user } = await openBoard()
    await user.click(await bar(/^Joss Holloway, First placement/))
    expect(await screen.findByText('This block has begun, so it stays as it is.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Pin here' })).toBeNull()
  })

  test('keeps the wish when somebody else was quicker', async () => {
    const { user } = await openBoard()
    await user.click(await bar(/^Imogen Catchpole, Second placement/))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByLabelText('Beech House'))
    await within(dialog).findByText('It breaks no rule')
    changeElsewhere()
    await user.click(within(dialog).getByRole('button', { name: 'Make this move' }))
    expect(await within(dialog).findByText('Somebody else changed this plan meanwhile')).toBeTruthy()
    expect(within(dialog).getByLabelText<HTMLInputElement>('Beech House').checked).toBe(true)
    await user.click(within(dialog).getByRole('button', { name: 'Try it again' }))
    expect(await bar(/^Imogen Catchpole, Second placement: Beech House/)).toBeTruthy()
  })

  test('does not lose the board when the network is gone', async () => {
    const { user } = await openBoard()
    const pinned = await bar(/^Elin Prosser, Third placement/)
    server.use(http.post('*/api/placements/v1/scenarios/:id/pins', () => HttpResponse.error()))
    pinned.focus()
    await user.keyboard('p')
    expect(await screen.findByText('Pinning Elin Prosser did not work')).toBeTruthy()
    server.resetHandlers()
    await user.click(screen.getByRole('button', { name: 'Try it again' }))
    expect(await bar(/^Elin Prosser, Third placement.*pinned/)).toBeTruthy()
  })
})

describe('by keyboard', () => {
  test('arrows travel between blocks and people with one way in by Tab', async () => {
    const { user } = await openBoard()
    const first = await bar(/^Joss Holloway, College induction/)
    expect(screen.getByRole('grid').querySelectorAll('.cw-bar[tabindex="0"]')).toHaveLength(1)
    first.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Imogen Catchpole, Second placement/)
    await user.keyboard('{End}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Imogen Catchpole, Third placement/)
    await user.keyboard('{Home}{PageDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Priya Thistlewood|^Marek Ashdown/)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  test('M picks a bar up, arrows choose the place, Enter drops it, Escape leaves it', async () => {
    const { user } = await openBoard()
    const start = await bar(/^Imogen Catchpole, Second placement/)
    start.focus()
    await user.keyboard('m')
    expect(await screen.findByText('→ Seaview day centre')).toBeTruthy()
    expect(await screen.findByText(/is picked up: Seaview day centre, 22 minutes, 1 place free, 1 of/)).toBeTruthy()
    await user.keyboard('{ArrowDown}')
    expect(await screen.findByText('→ Beech House')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByText(/^→/)).toBeNull()
    await user.keyboard('m')
    await screen.findByText('→ Seaview day centre')
    await user.keyboard('{Enter}')
    const moved = await bar(/^Imogen Catchpole, Second placement: Seaview day centre/)
    expect(await screen.findByText('Imogen Catchpole moved to Seaview day centre for Second placement')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(moved))
  })
})

test('on narrow screens the board is a list with the same actions', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) =>
      ({
        matches: true,
        media,
        addEventListener: vi.fn<() => void>(),
        removeEventListener: vi.fn<() => void>(),
      }) as never,
  )
  const { user } = await openBoard()
  expect(await screen.findByRole('heading', { level: 2, name: 'Joss Holloway' })).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
  expect(screen.getByText(/^Harbour housing support has 3 apprentices/)).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getAllByRole('button', { name: /^Elderly care ward Second placement/ })[0] as HTMLElement)
  expect(await screen.findByRole('dialog')).toBeTruthy()
})

test('a plan in force is only looked at', async () => {
  const { user } = await renderRoute(`/plans/${uuid(40, 2)}/board`, sessionAs('coordinator'))
  await user.click(await bar(/^Imogen Catchpole, Second placement/))
  expect(await screen.findByText(/kept as it was agreed/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Pin here' })).toBeNull()
})
