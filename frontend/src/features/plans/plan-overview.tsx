import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '@/api/client'
import type { BoardRead, ScenarioRead } from '@/api/placements.gen'
import { ifMatch, useRefreshHosts } from '@/api/refresh'
import { Card } from '@/components/ui/card/card'
import { ConfirmButton } from '@/components/ui/confirm/confirm-button'
import { Loaded } from '@/components/ui/query/loaded'
import { AssumptionsList } from '@/features/plans/assumptions-list'
import { BrokenRules } from '@/features/plans/broken-rules'
import { ConflictPanel } from '@/features/plans/conflict-panel'
import { CostSummary } from '@/features/plans/cost-summary'
import { Interrupted } from '@/features/plans/interrupted'
import { isBusy, isKept } from '@/features/plans/plan-words'
import { RenameForm } from '@/features/plans/rename-form'
import { SolvePanel } from '@/features/plans/solve-panel'
import { UndoButton } from '@/features/plans/undo-button'
import { useBoard } from '@/features/plans/use-plan'
import { usePlanEdits } from '@/features/plans/use-plan-edits'

const shownAtOnce = 10

/** One plan: having it computed, what is in its way, what it takes for granted and what it costs. */
export function PlanOverview({ scenario }: { scenario: ScenarioRead }) {
  const board = useBoard(scenario.id)
  const edits = usePlanEdits(scenario.id)
  const editable = !isBusy(scenario) && !isKept(scenario)
  const { conflict, failure } = scenario
  return (
    <>
      <Interrupted edits={edits} />
      <div className="cw-columns">
        <div>
          {isKept(scenario) ? (
            <Card title={scenario.state === 'published' ? 'This plan is in force' : 'This plan was in force'}>
              <p>
                It stays as it was agreed. To change something, make a copy under{' '}
                <Link to="/cohorts/$cohortId/plans" params={{ cohortId: scenario.cohort_id }}>
                  Plans
                </Link>
                ; if a host or an apprentice drops out,{' '}
                <Link to="/cohorts/$cohortId/disruptions/new" params={{ cohortId: scenario.cohort_id }}>
                  say what happened
                </Link>{' '}
                and see the alternatives.
              </p>
            </Card>
          ) : (
            <Card title="Planning" actions={<UndoButton scenario={scenario} edits={edits} />}>
              {failure && <p className="nhsuk-error-message">{failure}</p>}
              <SolvePanel scenario={scenario} />
            </Card>
          )}
          {conflict && !isBusy(scenario) && (
            <Card title="No plan keeps all rules">
              <ConflictPanel
                conflict={conflict}
                onApply={editable ? (remedy) => void edits.apply(remedy) : undefined}
              />
            </Card>
          )}
          {!conflict && scenario.violations > 0 && (
            <Card title="Broken rules">
              <Loaded query={board}>
                {({ violations }: BoardRead) => (
                  <>
                    <BrokenRules
                      violations={violations.slice(0, shownAtOnce)}
                      onApply={editable ? (remedy) => void edits.apply(remedy) : undefined}
                    />
                    <p className="cw-card__foot">
                      <Link
                        to="/plans/$scenarioId/board"
                        params={{ scenarioId: scenario.id }}
                        search={{ conflicts: true }}
                      >
                        See all conflicts on the board
                      </Link>
                    </p>
                  </>
                )}
              </Loaded>
            </Card>
          )}
          <Card title="What it takes for granted">
            <AssumptionsList assumptions={scenario.assumptions} edits={edits} editable={editable} />
          </Card>
        </div>
        <div>
          {scenario.cost !== null && (
            <Card title="What it costs">
              <Loaded query={board}>{({ points }: BoardRead) => <CostSummary points={points} />}</Loaded>
            </Card>
          )}
          <Card title="This plan">
            <RenameForm key={scenario.version} scenario={scenario} />
            <ul className="cw-actions">
              <li>
                <a href={`/api/placements/v1/scenarios/${scenario.id}/export?format=xlsx`} download>
                  Download as a spreadsheet (XLSX)
                </a>
              </li>
              <li>
                <a href={`/api/placements/v1/scenarios/${scenario.id}/export?format=csv`} download>
                  Download as CSV
                </a>
              </li>
              {!isKept(scenario) && (
                <li>
                  <DeletePlan scenario={scenario} />
                </li>
              )}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}

function DeletePlan({ scenario }: { scenario: ScenarioRead }) {
  const navigate = useNavigate()
  const refresh = useRefreshHosts()
  return (
    <ConfirmButton
      action="Delete this plan"
      question={`Delete ${scenario.name}?`}
      onConfirm={async () => {
        await api.DELETE('/api/placements/v1/scenarios/{scenario_id}', {
          params: { path: { scenario_id: scenario.id }, header: { 'if-match': ifMatch(scenario) } },
        })
        await navigate({
          to: '/cohorts/$cohortId/plans',
          params: { cohortId: scenario.cohort_id },
          state: { flash: `${scenario.name} is deleted` },
        })
        await refresh()
      }}
    >
      <p>Everything tried in it is gone. Plans in force and other plans stay.</p>
    </ConfirmButton>
  )
}
