import { useQuery } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { BlockRead, Move, RemedyRead, VerdictRead } from '@/api/placements.gen'
import { Button } from '@/components/ui/button/button'
import { Loaded } from '@/components/ui/query/loaded'
import { BrokenRules, Remedy } from '@/features/plans/broken-rules'
import { differenceInWords } from '@/features/plans/plan-words'

/** What moves would do, asked without making them. */
export async function checkMoves(scenarioId: string, moves: Move[], signal?: AbortSignal): Promise<VerdictRead> {
  const { data } = await api.POST('/api/placements/v1/scenarios/{scenario_id}/check', {
    params: { path: { scenario_id: scenarioId } },
    body: { moves },
    ...(signal ? { signal } : {}),
  })
  if (!data) throw new Error('A check always answers')
  return data
}

interface VerdictProps {
  scenarioId: string
  /** Another version of the plan needs another verdict. */
  version: number
  moves: Move[]
  blocks: readonly BlockRead[]
  busy: boolean
  onMake: (acceptViolations: boolean) => void
  onApply: (remedy: RemedyRead) => void
}

/** What the chosen move would break and cost, and the button that makes it. */
export function Verdict({ scenarioId, version, moves, blocks, busy, onMake, onApply }: VerdictProps) {
  const query = useQuery({
    queryKey: ['check moves', scenarioId, version, moves],
    queryFn: ({ signal }) => checkMoves(scenarioId, moves, signal),
  })
  return (
    <div className="cw-verdict" aria-live="polite">
      <Loaded query={query} lines={2}>
        {({ allowed, violations, remedy, suggested_blocks, cost_difference }) =>
          allowed ? (
            <>
              <p className="cw-verdict__line">
                <strong>It breaks no rule</strong> and costs {differenceInWords(cost_difference)}.
              </p>
              <Button aria-disabled={busy} onClick={() => onMake(false)}>
                Make this move
              </Button>
            </>
          ) : (
            <>
              <p className="cw-verdict__line">
                <strong>It would break {violations.length === 1 ? 'a rule' : 'rules'}</strong> and cost{' '}
                {differenceInWords(cost_difference)}.
              </p>
              <BrokenRules violations={violations} plain />
              {remedy && <Remedy remedy={remedy} action="Apply this first" onApply={onApply} />}
              {suggested_blocks.length > 0 && (
                <p>The same place breaks no rule in {namesOf(suggested_blocks, blocks)}.</p>
              )}
              <Button variant="warning" aria-disabled={busy} onClick={() => onMake(true)}>
                Move anyway
              </Button>
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function namesOf(numbers: readonly number[], blocks: readonly BlockRead[]): string {
  const names = numbers.map((number) => `block ${number + 1}${blocks[number] ? ` (${blocks[number].name})` : ''}`)
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}
