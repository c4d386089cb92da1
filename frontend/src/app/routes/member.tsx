import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { allItems, byCursor } from '@/api/pages'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { MemberRolesForm } from '@/features/members/member-roles-form'
import { PageNotFound } from '@/app/routes/failures'
import { announce } from '@/lib/announcer'

const route = getRouteApi('/signed-in/members/$memberId')

export function MemberPage() {
  const { memberId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useInfiniteQuery('get', '/api/identity/v1/members', {}, byCursor)
  const back = (
    <Link to="/members" className="nhsuk-back-link">
      Back to people
    </Link>
  )
  return (
    <LoadedPage query={query} title="Roles" back={back}>
      {(data) => {
        const member = allItems(data).find(({ id }) => id === memberId)
        if (!member) return <PageNotFound />
        return (
          <Page title={member.account.display_name} kicker="Roles of" back={back} narrow lead={<p>{member.account.email}</p>}>
            <MemberRolesForm
              member={member}
              onSaved={async () => {
                announce('Roles saved')
                await navigate({ to: '/members' })
              }}
            />
          </Page>
        )
      }}
    </LoadedPage>
  )
}
