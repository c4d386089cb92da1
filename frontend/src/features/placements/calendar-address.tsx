import { useMutation } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import { problemOf } from '@/api/failure'
import { useRefreshHosts } from '@/api/refresh'
import { Button } from '@/components/ui/button/button'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { CopyField } from '@/components/ui/copy-field/copy-field'
import { Loaded } from '@/components/ui/query/loaded'
import { failureWords } from '@/components/ui/query/failure'
import { formatInstant } from '@/lib/dates'

/** The secret address under which a calendar program reads one's own placements. */
export function CalendarAddress() {
  const refresh = useRefreshHosts()
  const query = queries.useQuery('get', '/api/placements/v1/calendar-addresses')
  const make = useMutation({
    mutationFn: async () => {
      const { data } = await api.POST('/api/placements/v1/calendar-addresses', { body: {} })
      await refresh()
      return data
    },
  })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const [own] = items
        return (
          <>
            <p>
              Your phone’s calendar can show your placements and shifts, and follow every change. Subscribe to the
              address there. Whoever has it can read it, so keep it to yourself.
            </p>
            {own && make.data?.id === own.id && (
              <CopyField label="Your calendar’s address, shown this once" value={make.data.link} />
            )}
            {own && <p className="cw-muted">An address is in use since {formatInstant(own.created_at)}.</p>}
            {make.isError && (
              <p className="nhsuk-error-message" role="alert">
                {problemOf(make.error)?.detail ?? failureWords(make.error).text}
              </p>
            )}
            <div className="cw-card__foot">
              <Button variant="secondary" small aria-disabled={make.isPending} onClick={() => make.mutate()}>
                {own ? 'Make a new address instead' : 'Make an address'}
              </Button>{' '}
              {own && (
                <ConfirmButton
                  action="End the address"
                  question="End your calendar’s address?"
                  onConfirm={async () => {
                    await api.DELETE('/api/placements/v1/calendar-addresses/{calendar_address_id}', {
                      params: { path: { calendar_address_id: own.id } },
                    })
                    await refresh()
                  }}
                >
                  <p>Calendars that use it get nothing new any more.</p>
                </ConfirmButton>
              )}
            </div>
          </>
        )
      }}
    </Loaded>
  )
}
