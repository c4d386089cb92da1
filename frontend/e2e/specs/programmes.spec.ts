import { open, openProgramme, programmes, signIn, type DemonstrationRole } from '../pages/crossway'
import { expect, test } from '../pages/test'

const staff: readonly DemonstrationRole[] = ['Coordinator', 'Employer', 'Assessor']

for (const programme of programmes) {
  test(`${programme}: staff see the programme, a cohort and its learners; an apprentice sees nobody else`, async ({
    page,
  }) => {
    for (const role of staff) {
      await test.step(role, async () => {
        await signIn(page, programme, role)
        await expect(page.getByText(`${role} in ${programme}`)).toBeVisible()
        await expect(page.getByText(/learners? in learning at the moment/)).toBeVisible()

        await openProgramme(page, programme)
        await expect(page.getByRole('heading', { name: 'How the rotation goes' })).toBeVisible()
        await expect(
          page
            .getByRole('list', { name: /^Rotation/ })
            .first()
            .getByRole('listitem')
            .first(),
        ).toBeVisible()
        await expect(page.getByRole('heading', { name: 'In short' })).toBeVisible()

        // Other tests open cohorts of their own.
        await page
          .getByRole('row', { name: /Running/ })
          .filter({ hasNotText: 'Tried' })
          .getByRole('link')
          .click()
        await expect(page.getByRole('heading', { level: 1, name: /^Cohort/ })).toBeVisible()
        await expect(page.getByRole('table', { name: 'Enrolments' }).getByRole('rowheader').first()).toBeVisible()

        await open(page, 'Learners')
        const learner = page.getByRole('rowheader').getByRole('link').first()
        const familyName = (await learner.textContent())?.split(' ').at(-1) ?? ''
        await learner.click()
        await expect(page.getByRole('heading', { level: 1, name: familyName })).toBeVisible()
        await expect(page.getByText('Enrolled', { exact: true }).first()).toBeVisible()
      })
    }

    await test.step('Apprentice', async () => {
      await signIn(page, programme, 'Apprentice')
      const name = (await page.getByRole('heading', { level: 1 }).textContent())?.replace('Hello, ', '').trim() ?? ''
      await expect(page.getByRole('progressbar')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Who is there for you' })).toBeVisible()

      await open(page, 'My record')
      await expect(page.getByRole('heading', { level: 1, name: `My record ${name}` })).toBeVisible()
      await expect(page.getByText('Enrolled', { exact: true })).toBeVisible()

      await openProgramme(page, programme)
      await expect(page.getByRole('heading', { name: 'How the rotation goes' })).toBeVisible()

      await page.goto('/learners')
      await expect(page.getByRole('rowheader')).toHaveCount(1)
    })
  })
}
