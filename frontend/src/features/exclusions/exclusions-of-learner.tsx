import { Link } from '@tanstack/react-router'
import { api, queries } from '@/api/client'
import type { ExclusionRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { Loaded } from '@/components/ui/query/loaded'
import { exclusionReasonNames } from '@/features/exclusions/exclusion-words'

/** Where an apprentice is not to be placed, whatever a plan would like. */
export function ExclusionsOfLearner({ learnerId }: { learnerId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/exclusions', {
    params: { query: { learner_id: learnerId, limit: 100 } },
  })
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="cw-muted">Every setting may be planned for them.</p>
        ) : (
          <ul className="cw-rows">
            {items.map((exclusion) => (
              <li key={exclusion.id} className="cw-rows__row">
                <ExclusionRow exclusion={exclusion} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function ExclusionRow({ exclusion }: { exclusion: ExclusionRead }) {
  const refresh = useRefreshHosts()
  const { id, setting_id: settingId, organisation_id: organisationId, reason } = exclusion
  const setting = queries.useQuery(
    'get',
    '/api/placements/v1/settings/{setting_id}',
    { params: { path: { setting_id: settingId ?? '' } } },
    { enabled: settingId !== null },
  ).data
  const organisation = queries.useQuery(
    'get',
    '/api/placements/v1/organisations/{organisation_id}',
    { params: { path: { organisation_id: organisationId ?? '' } } },
    { enabled: organisationId !== null },
  ).data
  const name = setting ? `${setting.name}, ${setting.organisation_name}` : (organisation?.name ?? '…')
  return (
    <>
      <div>
        <strong>
          {settingId && (
            <Link to="/settings/$settingId" params={{ settingId }}>
              {name}
            </Link>
          )}
          {organisationId && (
            <Link to="/organisations/$organisationId" params={{ organisationId }}>
              {name}
            </Link>
          )}
        </strong>
        <p className="cw-rows__detail">
          {exclusionReasonNames[reason]}
          {organisationId && '. All of its settings.'}
        </p>
      </div>
      <ConfirmButton
        action="Lift"
        about={`the exclusion from ${name}`}
        question={`May they be placed again in ${name}?`}
        onConfirm={async () => {
          await api.DELETE('/api/placements/v1/exclusions/{exclusion_id}', { params: { path: { exclusion_id: id } } })
          await refresh()
        }}
      >
        <p>Plans that are computed from now on may use it for this apprentice.</p>
      </ConfirmButton>
    </>
  )
}
