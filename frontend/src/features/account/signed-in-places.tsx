import { useQueryClient } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import type { SignInRead } from '@/api/identity.gen'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { announce } from '@/lib/announcer'
import { formatInstant } from '@/lib/dates'

const placesQuery = queries.queryOptions('get', '/api/identity/v1/sessions')

/** Where one is signed in, and how to end that from here. */
export function SignedInPlaces() {
  const query = queries.useQuery('get', '/api/identity/v1/sessions')
  const queryClient = useQueryClient()

  async function reread(said: string) {
    await queryClient.invalidateQueries({ queryKey: placesQuery.queryKey })
    announce(said)
  }

  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <ul className="cw-rows">
            {items.map((place) => (
              <li key={place.id} className="cw-rows__row">
                <Place place={place} />
                {!place.current && (
                  <ConfirmButton
                    action="Sign out"
                    about={place.user_agent}
                    question={`Sign out ${place.user_agent}?`}
                    onConfirm={async () => {
                      await api.DELETE('/api/identity/v1/sessions/{session_id}', {
                        params: { path: { session_id: place.id } },
                      })
                      await reread('Signed out there')
                    }}
                  >
                    <p>Whoever uses it will have to sign in again.</p>
                  </ConfirmButton>
                )}
              </li>
            ))}
          </ul>
          {items.length > 1 && (
            <ConfirmButton
              action="Sign out everywhere else"
              question="Sign out everywhere else?"
              onConfirm={async () => {
                await api.DELETE('/api/identity/v1/sessions')
                await reread('Signed out everywhere else')
              }}
            >
              <p>Only this browser stays signed in.</p>
            </ConfirmButton>
          )}
        </>
      )}
    </Loaded>
  )
}

function Place({ place }: { place: SignInRead }) {
  return (
    <div>
      <strong>{place.user_agent}</strong> {place.current && <Tag tone="good">This browser</Tag>}
      <p className="cw-rows__detail">
        Last used {formatInstant(place.last_seen_at)}. Signed in {formatInstant(place.created_at)}.
      </p>
    </div>
  )
}
