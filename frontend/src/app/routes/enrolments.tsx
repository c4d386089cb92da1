import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Card } from '@/components/ui/card/card'
import { Page } from '@/components/ui/page/page'
import { type EnrolmentSearch, EnrolmentsList } from '@/features/enrolments/enrolments-list'

const route = getRouteApi('/signed-in/enrolments')

export function EnrolmentsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (part: EnrolmentSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <Page title="Enrolments" lead={<p>Everyone in every cohort that you may see, with what needs attention.</p>}>
      <Card title="Enrolments">
        <EnrolmentsList search={search} onSearch={change} />
      </Card>
    </Page>
  )
}
