import { getRouteApi, Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { MemberRolesForm } from '@/features/members/member-roles-form'

const route = getRouteApi('/signed-in/members/$memberId')

export function MemberPage() {
  const { memberId } = route.useParams()
  const navigate = route.useNavigate()
  const query = queries.useQuery('get', '/api/identity/v1/members/{member_id}', {
    params: { path: { member_id: memberId } },
  })
  const back = (
    <Link to="/members" className="nhsuk-back-link">
      Back to people
    </Link>
  )
  return (
    <LoadedPage query={query} title="Roles" back={back}>
      {(member) => (
        <Page
          title={member.account.display_name}
          kicker="Roles of"
          back={back}
          narrow
          lead={<p>{member.account.email}</p>}
        >
          <MemberRolesForm
            // After somebody else's change the form starts anew from what is there now.
            key={member.version}
            member={member}
            onSaved={() =>
              navigate({ to: '/members', state: { flash: `The roles of ${member.account.display_name} are saved` } })
            }
          />
        </Page>
      )}
    </LoadedPage>
  )
}
