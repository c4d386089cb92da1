import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { roleNames } from '@/api/access'
import { api, queries } from '@/api/client'
import type { MemberRead } from '@/api/identity.gen'
import { allItems, byCursor } from '@/api/pages'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { announce } from '@/lib/announcer'
import { formatShortDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

interface MembersTableProps {
  ownAccountId: string
  mayManage: boolean
}

export function MembersTable({ ownAccountId, mayManage }: MembersTableProps) {
  const query = queries.useInfiniteQuery('get', '/api/identity/v1/members', {}, byCursor)
  return (
    <Loaded query={query}>
      {(data) => {
        const members = allItems(data)
        return (
          <>
            <DataTable
              caption="People in this partnership"
              captionHidden
              rows={members}
              rowKey={(member) => member.id}
              columns={
                mayManage ? [...facts, { header: 'Change', cell: (member) => changesOf(member, ownAccountId) }] : facts
              }
            />
            <LoadMore query={query} shown={counted(members.length, 'person', 'people')} />
          </>
        )
      }}
    </Loaded>
  )
}

const facts: Column<MemberRead>[] = [
  {
    header: 'Name',
    rowHeader: true,
    cell: ({ account, label }) => (
      <>
        {account.display_name}
        {label && <span className="cw-table__detail">{label}</span>}
      </>
    ),
  },
  { header: 'Email address', cell: (member) => member.account.email },
  { header: 'Roles', cell: (member) => member.roles.map((role) => roleNames[role]).join(', ') },
  {
    header: 'Last here',
    unbroken: true,
    cell: ({ last_used_at }) => (last_used_at ? formatShortDate(last_used_at.slice(0, 10)) : 'Not yet'),
  },
]

function changesOf(member: MemberRead, ownAccountId: string) {
  return member.account.id === ownAccountId ? (
    <span className="cw-muted">This is you</span>
  ) : (
    <MemberChanges member={member} />
  )
}

function MemberChanges({ member }: { member: MemberRead }) {
  const queryClient = useQueryClient()
  const name = member.account.display_name

  async function remove() {
    await api.DELETE('/api/identity/v1/members/{member_id}', { params: { path: { member_id: member.id } } })
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/members'] })
    announce(`${name} was removed`)
  }

  return (
    <span className="cw-table__actions">
      <Link to="/members/$memberId" params={{ memberId: member.id }}>
        Roles<span className="nhsuk-u-visually-hidden"> of {name}</span>
      </Link>
      <ConfirmButton action="Remove" about={name} question={`Remove ${name}?`} onConfirm={remove}>
        <p>They lose access to this partnership at once. Their account, and what they did here, stay.</p>
      </ConfirmButton>
    </span>
  )
}
