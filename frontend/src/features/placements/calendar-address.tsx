import { useMutation } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import { problemOf } from '@/api/failure'
import type { CalendarAddressRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { Button } from '@/components/ui/button/button'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { CopyField } from '@/components/ui/copy-field/copy-field'
import { Loaded } from '@/components/ui/query/loaded'
import { failureWords } from '@/components/ui/query/failure'
import { announce } from '@/lib/announcer'
import { formatInstant } from '@/lib/dates'

/** The secret address under which a calendar program reads one's own placements. */
export function OwnCalendar() {
  return (
    <CalendarAddress settingId={null}>
      Your phone’s calendar can show your placements and shifts, and follow every change. Subscribe to the address
      there. Whoever has it can read it, so keep it to yourself.
    </CalendarAddress>
  )
}

/** The same for a setting: who comes, and when. */
export function CalendarOfSetting({ settingId }: { settingId: string }) {
  return (
    <CalendarAddress settingId={settingId}>
      The team’s calendar can show who is placed here, and follow every change. Subscribe to the address there. Whoever
      has it can read the names, so give it to colleagues only.
    </CalendarAddress>
  )
}

function CalendarAddress({ settingId, children }: { settingId: string | null; children: string }) {
  const refresh = useRefreshHosts()
  const query = queries.useQuery('get', '/api/placements/v1/calendar-addresses', {
    params: { query: settingId ? { setting_id: settingId } : {} },
  })
  const make = useMutation({
    mutationFn: async () => {
      const { data } = await api.POST('/api/placements/v1/calendar-addresses', { body: { setting_id: settingId } })
      await refresh()
      announce('The address is made')
      return data
    },
  })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const inUse = items.filter(({ setting_id }) => setting_id === settingId)
        return (
          <>
            <p>{children}</p>
            {inUse.map((address) => (
              <div key={address.id}>
                {make.data?.id === address.id && (
                  <CopyField label="The calendar’s address, shown this once" value={make.data.link} />
                )}
                <div className="cw-rows__row cw-rows__row--wide">
                  <span className="cw-muted">An address is in use since {formatInstant(address.created_at)}.</span>
                  <EndAddress address={address} />
                </div>
              </div>
            ))}
            {make.isError && (
              <p className="nhsuk-error-message" role="alert">
                {problemOf(make.error)?.detail ?? failureWords(make.error).text}
              </p>
            )}
            <div className="cw-card__foot">
              <Button variant="secondary" small aria-disabled={make.isPending} onClick={() => make.mutate()}>
                {inUse.length === 0
                  ? 'Make an address'
                  : settingId
                    ? 'Make a new address'
                    : 'Make a new address instead'}
              </Button>
            </div>
            {settingId && inUse.length > 0 && (
              <p className="cw-muted">A new one ends the one that you made before; those of colleagues stay.</p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function EndAddress({ address }: { address: CalendarAddressRead }) {
  const refresh = useRefreshHosts()
  return (
    <ConfirmButton
      action="End the address"
      about={`in use since ${formatInstant(address.created_at)}`}
      question="End the calendar’s address?"
      onConfirm={async () => {
        await api.DELETE('/api/placements/v1/calendar-addresses/{calendar_address_id}', {
          params: { path: { calendar_address_id: address.id } },
        })
        await refresh()
        announce('The address is ended')
      }}
    >
      <p>Calendars that use it get nothing new any more.</p>
    </ConfirmButton>
  )
}
