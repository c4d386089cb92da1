import type { SupporterRead } from '@/api/learners.gen'
import { caseloadRoleNames } from '@/api/words'
import { SummaryList } from '@/components/ui/summary-list/summary-list'

/** Who to turn to, by role. */
export function Supporters({ supporters }: { supporters: readonly SupporterRead[] }) {
  if (supporters.length === 0)
    return <p className="cw-muted">Nobody is named yet. The coordinator can tell you whom to turn to.</p>
  const namesByRole = new Map<string, string[]>()
  for (const { role, name } of supporters) {
    const title = caseloadRoleNames[role]
    namesByRole.set(title, [...(namesByRole.get(title) ?? []), name])
  }
  return <SummaryList facts={Object.fromEntries([...namesByRole].map(([role, names]) => [role, names.join(', ')]))} />
}
