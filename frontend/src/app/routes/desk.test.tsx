import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '@/test/axe'
import { sessionAs, uuid } from '@/test/mock-api/identity-data'
import { programme } from '@/test/mock-api/learners-data'
import { problem } from '@/test/mock-api/problem'
import { renderRoute } from '@/test/render-route'
import { server } from '@/test/server'

type User = Awaited<ReturnType<typeof renderRoute>>['user']

async function fill(user: User, label: string | RegExp, text: string, within_: HTMLElement = document.body) {
  const field = within(within_).getByLabelText(label)
  await user.clear(field)
  await user.type(field, text)
}

async function fillDate(user: User, legend: string, date: string) {
  const group = screen.getByRole('group', { name: legend })
  const [year = '', month = '', day = ''] = date.split('-')
  await fill(user, 'Day', day, group)
  await fill(user, 'Month', month, group)
  await fill(user, 'Year', year, group)
}

describe('organisations', () => {
  test('are added by a coordinator; each code says what is wrong with it', async () => {
    const { user, router } = await renderRoute('/organisations', sessionAs('coordinator'))
    await user.click(screen.getByRole('link', { name: 'Add an organisation' }))
    const add = await screen.findByRole('button', { name: 'Add the organisation' })
    await fill(user, 'UKPRN (optional)', '2000')
    await user.click(add)
    for (const message of [
      'Enter the name',
      'Choose the kind of organisation',
      'Choose the sector',
      'Enter the UKPRN as 8 digits that begin with 1, like 10004344',
    ]) {
      expect(screen.getByRole('link', { name: message })).toBeTruthy()
    }
    await expectAccessible()
    await fill(user, 'Name', 'Fernbrook Hospice')
    await user.selectOptions(screen.getByLabelText('Kind'), 'Hospice')
    await user.click(screen.getByLabelText('Social care'))
    await fill(user, 'UKPRN (optional)', '10004344')
    await fill(user, 'Postcode (optional)', 'bn11 2dh')
    await user.click(screen.getByRole('button', { name: 'Add the organisation' }))
    expect(await screen.findByText('Fernbrook Hospice is a member of the partnership now')).toBeTruthy()
    expect(router.state.location.pathname).toBe(`/organisations/${uuid(22, 9)}`)
    expect(await screen.findByText('BN11 2DH')).toBeTruthy()
  })

  test('are changed, also when somebody else did meanwhile', async () => {
    const { user } = await renderRoute(`/organisations/${uuid(22, 2)}/edit`, sessionAs('administrator'))
    await screen.findByRole('button', { name: 'Save the organisation' })
    server.use(
      http.put(
        '*/api/placements/v1/organisations/:id',
        () => problem(412, 'version-mismatch', 'Somebody else changed it meanwhile'),
        { once: true },
      ),
    )
    await fill(user, 'Name', 'Coastal Trust')
    await user.click(screen.getByRole('button', { name: 'Save the organisation' }))
    await user.click(screen.getByRole('button', { name: 'Save the organisation' }))
    expect(await screen.findByText('The organisation is saved')).toBeTruthy()
    expect(await screen.findByRole('heading', { level: 1, name: /Coastal Trust/ })).toBeTruthy()
  })

  test('are not offered for change to others', async () => {
    await renderRoute('/organisations', sessionAs('employer'))
    expect(await screen.findByRole('link', { name: 'County Council' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Add an organisation' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Import from a table' })).toBeNull()
  })
})

const file = (content: string) => new File([content], 'hosts.csv', { type: 'text/csv' })

describe('a table of hosts', () => {
  test('is previewed with what is wrong in it, and taken when nothing is', async () => {
    const { user } = await renderRoute('/organisations/import', sessionAs('coordinator'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(screen.getByText('Choose a file')).toBeTruthy()
    await expectAccessible()
    await user.upload(screen.getByLabelText('Your file'), file('name\nwrong\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText('1 row cannot be taken')).toBeTruthy()
    expect(screen.getByText('postcode: Enter a full postcode, like BN11 2DH.')).toBeTruthy()
    expect(screen.getByRole('table', { name: /2 rows without a change/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull()
    await expectAccessible()

    await user.upload(screen.getByLabelText('Your file'), file('name\nFernbrook\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    expect(await screen.findByText('The file adds 1 and changes 1')).toBeTruthy()
    expect(screen.getByText('ods code: RYX, was RYR')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save 2 changes' }))
    expect(await screen.findByText('2 changes saved from the table')).toBeTruthy()
  })

  test('is not saved when things changed after the preview', async () => {
    const { user } = await renderRoute('/organisations/import?table=capacity', sessionAs('coordinator'))
    expect(screen.getByText(/A period without a last day/)).toBeTruthy()
    await user.upload(screen.getByLabelText('Your file'), file('name\nFernbrook\n'))
    await user.click(screen.getByRole('button', { name: 'Check the file' }))
    await screen.findByText('The file adds 1 and changes 1')
    server.use(
      http.post('*/api/placements/v1/imports/:table', () =>
        problem(409, 'preview-outdated', 'The import would no longer do what its preview said', {
          detail: 'Something was changed after you looked at the preview. Look at it again.',
        }),
      ),
    )
    await user.click(screen.getByRole('button', { name: 'Save 2 changes' }))
    expect(await screen.findByText(/Look at it again/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull()
  })
})

const block = (number: number) => screen.getByRole('group', { name: `Block ${number}` })

describe('programmes', () => {
  test('are added with their rotation, whose blocks can be moved', async () => {
    const { user } = await renderRoute('/programmes', sessionAs('coordinator'))
    await user.click(screen.getByRole('link', { name: 'Add a programme' }))
    await user.click(await screen.findByRole('button', { name: 'Add the programme' }))
    expect(screen.getByRole('link', { name: 'Enter a summary' })).toBeTruthy()
    await expectAccessible()
    await fill(user, 'Name', 'Harbour rotation', screen.getAllByRole('textbox')[0]?.parentElement ?? document.body)
    await fill(user, 'Summary', 'Two placements of half a year.')
    await user.selectOptions(screen.getByLabelText('Stage of integration'), '2')
    await user.selectOptions(screen.getByLabelText('Pathway'), 'Health')
    await fill(user, 'Title', 'Care Certificate')
    await fill(user, 'Weekly hours', '37.5')
    await fill(user, 'Hours of learning within them', '7.5')
    await fill(user, 'Hourly pay in pounds (optional)', '7.55')
    await fill(user, 'Name', 'Ward', block(1))
    await fill(user, 'Length in weeks', '26', block(1))
    await user.click(within(block(1)).getByLabelText('Acute ward'))
    await fill(user, 'Name', 'Care home', block(2))
    await fill(user, 'Length in weeks', '20', block(2))
    const up = within(block(2)).getByRole('button', { name: 'Move block 2 up' })
    await user.click(up)
    expect(within(block(1)).getByDisplayValue('Care home')).toBeTruthy()
    expect(document.activeElement).toBe(up)
    await user.click(screen.getByRole('button', { name: 'Add the programme' }))
    expect(await screen.findByText(/^Harbour rotation is there/)).toBeTruthy()
    expect(await screen.findByText('£7.55 an hour')).toBeTruthy()
    expect(
      within(screen.getByRole('list', { name: /^Rotation/ }))
        .getAllByRole('listitem')
        .map((step) => step.querySelector('strong')?.textContent),
    ).toEqual(['Care home', 'Ward'])
  })

  test.each([
    ['facts', 'Name', 'Coastal rotation'],
    ['rotation', 'Length in weeks', '3'],
    ['learning', 'Days after a placement started (optional)', '14'],
    ['rules', 'Minimum age', '17'],
    ['funding', 'Who pays', 'District council'],
  ])('are changed in parts that keep the others: %s', async (section, label, text) => {
    let sent: unknown
    server.events.on('request:start', async ({ request }) => {
      if (request.method === 'PUT') sent = await request.clone().json()
    })
    const { user } = await renderRoute(`/programmes/${programme.id}/edit/${section}`, sessionAs('coordinator'))
    const [field] = await screen.findAllByLabelText(label)
    if (!field) throw new Error('no such field')
    await expectAccessible()
    await user.clear(field)
    await user.type(field, text)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The programme is saved')).toBeTruthy()
    const { id: _id, version: _version, ...before } = programme
    const changed: Record<string, object> = {
      facts: { name: text },
      rotation: {
        rotation: {
          ...before.rotation,
          blocks: before.rotation.blocks.map((kept, index) =>
            Object.assign({}, kept, {
              length_weeks: index === 0 ? 3 : kept.length_weeks,
              setting_kinds: kept.setting_kinds.toSorted(),
            }),
          ),
        },
      },
      learning: { review_schedule: { ...before.review_schedule, days_after_placement_start: [14] } },
      rules: {
        sector_rules: before.sector_rules.map((rule, index) =>
          index === 0 ? Object.assign({}, rule, { minimum_age: 17 }) : rule,
        ),
      },
      funding: {
        funding_lines: before.funding_lines.map((line, index) =>
          index === 0 ? Object.assign({}, line, { payer: text }) : line,
        ),
      },
    }
    expect(sent).toEqual({ ...before, ...changed[section] })
    server.events.removeAllListeners()
  })

  test('are not offered for change to others', async () => {
    await renderRoute(`/programmes/${programme.id}`, sessionAs('administrator'))
    expect(await screen.findByRole('link', { name: 'March 2015' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'The rotation' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Open a cohort' })).toBeNull()
  })
})

describe('cohorts', () => {
  test('are opened in their programme', async () => {
    const { user } = await renderRoute(`/programmes/${programme.id}`, sessionAs('coordinator'))
    await user.click(await screen.findByRole('link', { name: 'Open a cohort' }))
    expect(await screen.findByText('The rotation of this programme takes 54 weeks.')).toBeTruthy()
    await fill(user, 'Name', 'September 2027')
    await fillDate(user, 'First day', '2027-09-06')
    await fillDate(user, 'Last day', '2027-09-05')
    await fill(user, 'Places', '8')
    await user.click(screen.getByRole('button', { name: 'Open the cohort' }))
    expect(screen.getByRole('link', { name: 'Enter a last day after the first' })).toBeTruthy()
    await expectAccessible()
    await fillDate(user, 'Last day', '2028-09-17')
    await user.click(screen.getByRole('button', { name: 'Open the cohort' }))
    expect(await screen.findByText(/The cohort September 2027 is open/)).toBeTruthy()
  })

  test('keep those who are in them', async () => {
    const { user } = await renderRoute(`/cohorts/${uuid(21, 2)}/edit`, sessionAs('coordinator'))
    await screen.findByRole('button', { name: 'Save the cohort' })
    await fill(user, 'Places', '2')
    await user.click(screen.getByRole('button', { name: 'Save the cohort' }))
    expect(await screen.findByText(/6 places are taken/)).toBeTruthy()
    await fill(user, 'Places', '9')
    await user.click(screen.getByRole('button', { name: 'Save the cohort' }))
    expect(await screen.findByText('The cohort is saved')).toBeTruthy()
  })
})

describe('exclusions', () => {
  test('are noted for an apprentice and lifted again', async () => {
    const learner = `/learners/${uuid(6, 1)}`
    const { user } = await renderRoute(learner, sessionAs('coordinator'))
    expect(await screen.findByText('Every setting may be planned for them.')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Add an exclusion' }))
    await user.click(await screen.findByRole('button', { name: 'Keep them out' }))
    expect(screen.getByRole('link', { name: 'Choose the reason' })).toBeTruthy()
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Organisation' }),
      await screen.findByRole('option', { name: 'Coastal Hospitals Trust' }),
    )
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Setting' }),
      await screen.findByRole('option', { name: 'Stroke ward' }),
    )
    await user.click(screen.getByLabelText('A conflict of interest'))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Keep them out' }))
    expect(await screen.findByText('The exclusion is noted')).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'Stroke ward, Coastal Hospitals Trust' })).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /^Lift/ }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lift' }))
    expect(await screen.findByText('Every setting may be planned for them.')).toBeTruthy()
  })

  test('are not for apprentices to see', async () => {
    await renderRoute(`/learners/${uuid(6, 1)}`, sessionAs('employer'))
    expect(await screen.findByRole('table', { name: 'Clearances' })).toBeTruthy()
    expect(screen.queryByText('Where not to place them')).toBeNull()
  })
})
