import { useQueryClient } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import type { PartnerClientRead, PartnerClientSecretCreated } from '@/api/identity.gen'
import { allItems, byCursor } from '@/api/pages'
import { Card } from '@/components/ui/card/card'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { scopeName } from '@/features/partner-systems/scopes'
import { announce } from '@/lib/announcer'
import { formatInstant } from '@/lib/dates'
import { counted } from '@/lib/numbers'

type OnSecret = (secret: PartnerClientSecretCreated) => void

export function PartnerSystemsList({ onSecret }: { onSecret: OnSecret }) {
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
        return (
          <>
            {clients.map((client) => (
              <PartnerSystem key={client.id} client={client} onSecret={onSecret} />
            ))}
            {query.hasNextPage && <LoadMore query={query} shown={counted(clients.length, 'system')} />}
          </>
        )
      }}
    </Loaded>
  )
}

function PartnerSystem({ client, onSecret }: { client: PartnerClientRead; onSecret: OnSecret }) {
  const queryClient = useQueryClient()
  const path = { client_id: client.id }
  const reread = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/identity/v1/partner-clients'] })

  async function makeSecret() {
    const { data } = await api.POST('/api/identity/v1/partner-clients/{client_id}/secrets', { params: { path } })
    await reread()
    if (data) onSecret(data)
  }

  async function withdrawSecret(secret_id: string) {
    await api.DELETE('/api/identity/v1/partner-clients/{client_id}/secrets/{secret_id}', {
      params: { path: { ...path, secret_id } },
    })
    await reread()
    announce('The secret was withdrawn')
  }

  async function remove() {
    await api.DELETE('/api/identity/v1/partner-clients/{client_id}', { params: { path } })
    await reread()
    announce(`${client.name} was shut out`)
  }

  return (
    <Card title={client.name}>
      <SummaryList
        facts={{
          May: client.scopes.map(scopeName).join('; '),
          'Client id': <code>{client.id}</code>,
          Added: formatInstant(client.created_at),
        }}
      />
      <h3 className="cw-card__subtitle">Secrets</h3>
      {client.secrets.length === 0 && <p className="cw-muted">It has no secret, so it cannot sign in.</p>}
      <ul className="cw-rows">
        {client.secrets.map((secret) => (
          <li key={secret.id} className="cw-rows__row">
            <div>
              Made {formatInstant(secret.created_at)}
              <p className="cw-rows__detail">
                {secret.last_used_at ? `Last used ${formatInstant(secret.last_used_at)}` : 'Not used yet'}
              </p>
            </div>
            <ConfirmButton
              action="Withdraw"
              about={`the secret made ${formatInstant(secret.created_at)}`}
              question="Withdraw this secret?"
              onConfirm={() => withdrawSecret(secret.id)}
            >
              <p>Whatever still uses it is refused from now on.</p>
            </ConfirmButton>
          </li>
        ))}
      </ul>
      <div className="cw-card__actions">
        {client.secrets.length < 2 && (
          <ConfirmButton
            action="Make a new secret"
            about={`for ${client.name}`}
            question={`A new secret for ${client.name}?`}
            onConfirm={makeSecret}
          >
            <p>
              The one that is there keeps working beside it, so that you can change over without a gap. Then withdraw
              the old one.
            </p>
          </ConfirmButton>
        )}
        <ConfirmButton action="Shut out" about={client.name} question={`Shut out ${client.name}?`} onConfirm={remove}>
          <p>It loses access within ten minutes. This cannot be undone; you can add it again with new credentials.</p>
        </ConfirmButton>
      </div>
    </Card>
  )
}
