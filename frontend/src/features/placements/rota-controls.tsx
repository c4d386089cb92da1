import { Link } from '@tanstack/react-router'
import { api } from '@/api/client'
import type { RotaRead } from '@/api/placements.gen'
import { ifMatch, useRefreshHosts } from '@/api/refresh'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'

/** What the host and the coordinator do with a rota. */
export function RotaControls({ rota }: { rota: RotaRead }) {
  const refresh = useRefreshHosts()
  const breaksRules = rota.findings.length > 0
  return (
    <ul className="cw-actions">
      <li>
        <Link to="/placements/$placementId/rota" params={{ placementId: rota.placement_id }}>
          Change a day
        </Link>
      </li>
      <li>
        <ConfirmButton
          action={rota.published_on ? 'Publish the rota again' : 'Publish the rota'}
          question={breaksRules ? 'Publish it although rules are not kept?' : 'Publish the rota?'}
          onConfirm={async () => {
            await api.POST('/api/placements/v1/placements/{placement_id}/rota/publications', {
              params: {
                path: { placement_id: rota.placement_id },
                header: { 'if-match': ifMatch(rota), 'idempotency-key': crypto.randomUUID() },
              },
              body: { despite_findings: breaksRules },
            })
            await refresh()
          }}
        >
          <p>
            {breaksRules
              ? 'Only where an exception of the law applies. That you say so is kept.'
              : 'The apprentice plans with it from then on, and finds it in their calendar.'}
          </p>
        </ConfirmButton>
      </li>
    </ul>
  )
}
