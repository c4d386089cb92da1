import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames } from '@/api/access'
import { api, queries } from '@/api/client'
import type { DemonstrationAccount, DemonstrationProgramme } from '@/api/identity.gen'
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
      <p>Everyone in it is invented. Choose a programme, then through whose eyes to see it.</p>
      <Choice programmes={data.programmes} onSignedIn={onSignedIn} />
    </Card>
  )
}

function Choice({ programmes, onSignedIn }: { programmes: readonly DemonstrationProgramme[]; onSignedIn: OnSignedIn }) {
  const [chosen, setChosen] = useState(0)
  const programme = programmes[chosen]
  const enter = useMutation({
    mutationFn: async ({ email, password }: DemonstrationAccount) => {
      const session = await signIn({ email, password })
      await onSignedIn(await workingIn(programme?.partnership_name, session))
    },
  })
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
          {programmes.map(({ partnership_name }, index) => (
            <option key={partnership_name} value={index}>
              {partnership_name}
            </option>
          ))}
        </select>
      </div>
      <ul className="cw-roles">
        {programme?.accounts.map((account) => (
          <li key={`${account.role} ${account.email}`}>
            <button
              type="button"
              className="cw-roles__button"
              disabled={enter.isPending}
              onClick={() => enter.mutate(account)}
            >
              <strong>{roleNames[account.role]}</strong>
              <span>
                {account.display_name}
                {isEverywhere(account, programmes) ? ', in every programme' : account.label && `, ${account.label}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {enter.isError && <Failure error={enter.error} />}
    </>
  )
}

function isEverywhere({ email }: DemonstrationAccount, programmes: readonly DemonstrationProgramme[]): boolean {
  return (
    programmes.length > 1 && programmes.every(({ accounts }) => accounts.some((account) => account.email === email))
  )
}

/** The session in the chosen partnership; somebody with several may have last worked in another. */
async function workingIn(partnershipName: string | undefined, session: Session): Promise<Session> {
  const wanted = session.memberships.find(({ partnership }) => partnership.name === partnershipName)
  if (!wanted || wanted.id === session.membership?.id) return session
  const { data } = await api.PUT('/api/identity/v1/session/membership', { body: { membership_id: wanted.id } })
  return data ?? session
}
