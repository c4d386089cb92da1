import { codeInWords, policyTopicNames } from '@/api/host-words'
import { queries } from '@/api/client'
import type { PoliciesRead } from '@/api/placements.gen'
import { Loaded } from '@/components/ui/query/loaded'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { keysOf } from '@/lib/keys-of'

export function PoliciesOfOrganisation({ organisationId }: { organisationId: string }) {
  const query = queries.useQuery('get', '/api/placements/v1/organisations/{organisation_id}/policies', {
    params: { path: { organisation_id: organisationId } },
  })
  return <Loaded query={query}>{(policies) => <PolicyStatements policies={policies} />}</Loaded>
}

function PolicyStatements({ policies }: { policies: PoliciesRead }) {
  const written = keysOf(policyTopicNames).flatMap((topic) => {
    const statement = policies[topic]
    return statement ? [[policyTopicNames[topic], <Statement key={topic} {...statement} />] as const] : []
  })
  if (written.length === 0) return <p className="cw-muted">No policies have been written down yet.</p>
  return <SummaryList facts={Object.fromEntries(written)} />
}

/** The gist first, then the organisation's own words. */
export function Statement({ text, code }: { text: string; code?: string | null }) {
  return (
    <>
      {code && <strong className="cw-policy__code">{codeInWords(code)}</strong>} {text}
    </>
  )
}
