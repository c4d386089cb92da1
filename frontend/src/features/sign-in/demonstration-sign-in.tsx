import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames } from '@/api/access'
import { queries } from '@/api/client'
import type { DemonstrationRead } from '@/api/identity.gen'
import type { Session } from '@/api/session'
import { Card } from '@/components/ui/card/card'
import { Failure } from '@/components/ui/query/failure'
import { signIn } from '@/features/sign-in/sign-in'

type OnSignedIn = (session: Session) => Promise<void>

/** Ready-made sign-ins, where the server says that it runs a demonstration. Elsewhere: nothing. */
export function DemonstrationSignIn({ onSignedIn }: { onSignedIn: OnSignedIn }) {
  const { data } = queries.useQuery('get', '/api/identity/v1/demonstration', {}, { staleTime: Infinity, retry: false })
  if (!data || data.programmes.length === 0) return null
  return (
    <Card title="Try the demonstration">
      <p>Everyone and everything in it is invented. Choose a programme, then whose eyes to see it with.</p>
      <Choice programmes={data.programmes} onSignedIn={onSignedIn} />
    </Card>
  )
}

function Choice({ programmes, onSignedIn }: { programmes: DemonstrationRead['programmes']; onSignedIn: OnSignedIn }) {
  const [chosen, setChosen] = useState(0)
  const enter = useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => onSignedIn(await signIn({ email, password })),
  })
  const accounts = programmes[chosen]?.accounts ?? []
  return (
    <>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="demonstration-programme">
          Programme
        </label>
        <select
          id="demonstration-programme"
          className="nhsuk-select"
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {programmes.map((programme, index) => (
            <option key={programme.partnership_name} value={index}>
              {programme.partnership_name}
            </option>
          ))}
        </select>
      </div>
      <ul className="cw-roles">
        {accounts.map((account) => (
          <li key={`${account.role} ${account.email}`}>
            <button type="button" className="cw-roles__button" disabled={enter.isPending} onClick={() => enter.mutate(account)}>
              <strong>{roleNames[account.role]}</strong>
              <span>{account.display_name}</span>
            </button>
          </li>
        ))}
      </ul>
      {enter.isError && <Failure error={enter.error} />}
    </>
  )
}
