import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { AlternativeRead, DisruptionRead } from '@/api/placements.gen'
import { buttonClass } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { Notice } from '@/components/ui/notice/notice'
import { Loading } from '@/components/ui/query/loading'
import { Differences } from '@/features/plans/comparison'
import { ConflictPanel } from '@/features/plans/conflict-panel'
import { disruptionStateNames, isLooking } from '@/features/plans/disruption-words'
import { HostShares } from '@/features/plans/host-shares'
import { differenceInWords, troublesInWords } from '@/features/plans/plan-words'
import { announce } from '@/lib/announcer'
import { counted } from '@/lib/numbers'

/** The ways to mend a plan after something happened, side by side, before anything changes. */
export function DisruptionView({ disruption }: { disruption: DisruptionRead }) {
  const { state, affected_now, least_changes, alternatives, conflict, conflict_scenario_id, failure } = disruption
  useTellTheEnd(disruption)
  return (
    <>
      {affected_now.length > 0 && (
        <Notice tone="attention" title="Settle this with people now">
          <p>
            It hits a block that has begun for {new Intl.ListFormat('en-GB').format(affected_now)}. Such a block is not
            planned anew: agree with them and their host what to do.
          </p>
        </Notice>
      )}
      {isLooking(state) && (
        <Card title={disruptionStateNames[state]}>
          <p>The plan stays as it is while we look for the fewest changes that mend it.</p>
          <Loading lines={3} what="Looking for alternatives" />
        </Card>
      )}
      {failure && (
        <Notice tone="attention" title="The alternatives could not be found">
          <p>{failure}</p>
        </Notice>
      )}
      {conflict && (
        <Card title="The plan cannot be mended as it is">
          <ConflictPanel conflict={conflict} />
          {conflict_scenario_id && (
            <p className="cw-card__actions">
              <Link to="/plans/$scenarioId" params={{ scenarioId: conflict_scenario_id }} className={buttonClass()}>
                Open it as a plan to apply a change
              </Link>
            </p>
          )}
        </Card>
      )}
      {least_changes !== null && alternatives.length > 0 && (
        <p>
          {least_changes === 0
            ? 'Nothing of the plan has to change.'
            : `Proven: no way to mend it changes fewer than ${counted(least_changes, 'block')}.`}
        </p>
      )}
      <div className="cw-alternatives">
        {alternatives.map((alternative, number) => (
          <Alternative key={alternative.scenario_id} alternative={alternative} number={number + 1} />
        ))}
      </div>
    </>
  )
}

function Alternative({ alternative, number }: { alternative: AlternativeRead; number: number }) {
  const { scenario_id, title, people_moved, blocks_changed, cost_difference, hosts, changes } = alternative
  return (
    <Card title={`${number}. ${title}`}>
      <ul className="cw-figures">
        <li className="cw-figures__figure">
          <strong>{people_moved}</strong> {people_moved === 1 ? 'person moves' : 'people move'}
        </li>
        <li className="cw-figures__figure">
          <strong>{blocks_changed}</strong> {blocks_changed === 1 ? 'block changes' : 'blocks change'}
        </li>
      </ul>
      <p>
        It costs {cost_difference === 0 ? 'as many points as' : `${differenceInWords(cost_difference)} than`} the plan
        in force. {troublesInWords(alternative)}.
      </p>
      <h3 className="cw-card__subtitle">Who must agree</h3>
      <HostShares hosts={hosts} />
      <h3 className="cw-card__subtitle">What changes</h3>
      {changes.length === 0 ? <p>Nobody moves.</p> : <Differences differences={changes} before="Now" after="Then" />}
      <div className="cw-card__actions">
        <Link to="/plans/$scenarioId/publish" params={{ scenarioId: scenario_id }} className={buttonClass()}>
          Choose this <span className="nhsuk-u-visually-hidden">: {title}</span>
        </Link>
        <Link to="/plans/$scenarioId/board" params={{ scenarioId: scenario_id }} className={buttonClass('secondary')}>
          Open on the board <span className="nhsuk-u-visually-hidden">: {title}</span>
        </Link>
      </div>
    </Card>
  )
}

/** Says what was found to those who waited for it. */
function useTellTheEnd({ state, alternatives }: DisruptionRead) {
  const before = useRef(state)
  useEffect(() => {
    if (isLooking(before.current) && !isLooking(state)) {
      announce(
        alternatives.length > 0 ? `${counted(alternatives.length, 'alternative')} found` : disruptionStateNames[state],
      )
    }
    before.current = state
  }, [state, alternatives])
}
