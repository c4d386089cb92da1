import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { api } from '@/api/client'
import { problemOf } from '@/api/failure'
import type { ProgressRead, ScenarioRead } from '@/api/placements.gen'
import { ifMatch } from '@/api/refresh'
import { Button } from '@/components/ui/button/button'
import { failureWords } from '@/components/ui/query/failure'
import { gapInWords, isBusy, stateNames } from '@/features/plans/plan-words'
import { useKeepScenario } from '@/features/plans/use-plan'
import { announce } from '@/lib/announcer'
import { counted, formatCount } from '@/lib/numbers'

const limits = [10, 20, 60, 180, 600]

/** Has a plan computed, shows how far it is, and stops it. */
export function SolvePanel({ scenario }: { scenario: ScenarioRead }) {
  const id = useId()
  const keep = useKeepScenario(scenario.id)
  const [seconds, setSeconds] = useState('')
  const path = { scenario_id: scenario.id }
  useTellTheEnd(scenario)

  const solve = useMutation({
    mutationFn: () =>
      api.POST('/api/placements/v1/scenarios/{scenario_id}/solve', {
        params: { path, header: { 'if-match': ifMatch(scenario) } },
        body: { seconds: seconds ? Number(seconds) : null },
      }),
    onSuccess: ({ data }) => {
      announce('Planning has started')
      if (data) return keep(data)
    },
  })
  const cancel = useMutation({
    mutationFn: () => api.POST('/api/placements/v1/scenarios/{scenario_id}/cancel', { params: { path } }),
    onSuccess: ({ data }) => {
      announce('Planning is being cancelled; the best plan so far is kept')
      if (data) return keep(data)
    },
  })
  const error = solve.error ?? cancel.error

  return (
    <>
      {isBusy(scenario) ? (
        <>
          <Progress progress={scenario.progress} waiting={scenario.state === 'queued'} />
          <Button variant="secondary" aria-disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel: keep the best so far
          </Button>
        </>
      ) : (
        <>
          {scenario.cost !== null && scenario.state === 'solved' && (
            <p>{gapInWords(scenario.cost, scenario.bound, scenario.gap)}</p>
          )}
          <div className="cw-solve">
            <div className="nhsuk-form-group">
              <label className="nhsuk-label" htmlFor={id}>
                Stop after
              </label>
              <select
                id={id}
                className="nhsuk-select"
                value={seconds}
                onChange={(event) => setSeconds(event.target.value)}
              >
                <option value="">As the programme says</option>
                {limits.map((limit) => (
                  <option key={limit} value={limit}>
                    {limit < 60 ? counted(limit, 'second') : counted(limit / 60, 'minute')}
                  </option>
                ))}
              </select>
            </div>
            <Button aria-disabled={solve.isPending} onClick={() => solve.mutate()}>
              {scenario.cost === null ? 'Plan it' : 'Plan it again'}
            </Button>
          </div>
          <p className="cw-muted">
            What is pinned or has begun stays where it is. It ends sooner when nothing better can exist.
          </p>
        </>
      )}
      {error && (
        <p className="nhsuk-error-message" role="alert">
          {problemOf(error)?.detail ?? failureWords(error).text}
        </p>
      )}
    </>
  )
}

function Progress({ progress, waiting }: { progress: ProgressRead | null; waiting: boolean }) {
  if (waiting || !progress) {
    return <p className="cw-progress__label">It waits for its turn: another plan is being computed.</p>
  }
  const { phase, seconds, limit_seconds, best, bound, gap } = progress
  return (
    <>
      <p className="cw-progress__label">
        <strong>{phase}</strong>, {counted(Math.round(seconds), 'second')} of at most {formatCount(limit_seconds)}
      </p>
      <progress
        className="cw-progress"
        max={limit_seconds}
        value={Math.min(seconds, limit_seconds)}
        aria-label="Time used for planning"
      />
      <p>
        {best !== null && `Best so far: ${counted(best, 'point')}. `}
        {gapInWords(best, bound, gap)}
      </p>
    </>
  )
}

/** Says how a computation ended that was seen running. */
function useTellTheEnd(scenario: ScenarioRead) {
  const before = useRef(scenario)
  const keep = useKeepScenario(scenario.id)
  useEffect(() => {
    if (isBusy(before.current) && !isBusy(scenario)) {
      announce(`Planning has ended: ${stateNames[scenario.state]}`)
      void keep(scenario)
    }
    before.current = scenario
  }, [scenario, keep])
}
