import { useQueryClient } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import type { Client, ClientSecret } from '@/api/identity.gen'
import { allItems, byCursor } from '@/api/pages'
import { Card } from '@/components/ui/card/card'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { scopeName } from '@/features/partner-systems/scopes'
import { announce } from '@/lib/announcer'
import { formatInstant } from '@/lib/dates'

export function PartnerSystemsList({ onRotated }: { onRotated: (secret: ClientSecret) => void }) {
  const query = queries.useInfiniteQuery('get', '/api/identity/v1/partner-clients', {}, byCursor)
  return (
    <Loaded query={query}>
      {(data) => {
        const clients = allItems(data)
        if (clients.length === 0) {
          return (
            <EmptyState title="No partner system yet">
              <p>Add one when a payroll, roster or learner record system should exchange data with Crossway.</p>
            </EmptyState>
          )
        }
        return clients.map((client) => <PartnerSystem key={client.id} client={client} onRotated={onRotated} />)
      }}
    </Loaded>
  )
}

function PartnerSystem({ client, onRotated }: { client: Client; onRotated: (secret: ClientSecret) => void }) {
  const queryClient = useQueryClient()
  const path = { client_id: client.id }

  async function rotate() {
    const { data } = await api.POST('/api/identity/v1/partner-clients/{client_id}/secrets', { params: { path } })
    if (data) onRotated(data)
  }

  async function revoke() {
    await api.DELETE('/api/identity/v1/partner-clients/{client_id}', { params: { path } })
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/partner-clients'] })
    announce(`${client.name} was shut out`)
  }

  return (
    <Card title={client.name}>
      <SummaryList
        facts={{
          May: client.scopes.map(scopeName).join(', '),
          Added: formatInstant(client.created_at),
        }}
      />
      <div className="cw-card__actions">
        <ConfirmButton action="Make a new secret" about={`for ${client.name}`} question={`A new secret for ${client.name}?`} onConfirm={rotate}>
          <p>The newest secret before it keeps working too, so that you can change over without a gap. Older ones stop.</p>
        </ConfirmButton>
        <ConfirmButton action="Shut out" about={client.name} question={`Shut out ${client.name}?`} onConfirm={revoke}>
          <p>It loses access within minutes. This cannot be undone; you can add it again with new credentials.</p>
        </ConfirmButton>
      </div>
    </Card>
  )
}
