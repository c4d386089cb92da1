import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queries } from '@/api/client'
import type { ScenarioRead } from '@/api/placements.gen'
import { Breadcrumbs } from '@/components/ui/page/breadcrumbs'
import { Page } from '@/components/ui/page/page'
import { LoadedPage } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { isBusy, pointsInWords, stateNames, stateTones, troublesInWords } from '@/features/plans/plan-words'
import { useScenario } from '@/features/plans/use-plan'
import { counted } from '@/lib/numbers'

type Part = 'Overview' | 'Board' | 'Compare' | 'Publish'

interface PlanFrameProps {
  scenarioId: string
  part: Part
  children: (scenario: ScenarioRead) => ReactNode
}

/** What every page about one plan begins with: its name and state, and the ways to its other pages. */
export function PlanFrame({ scenarioId, part, children }: PlanFrameProps) {
  const query = useScenario(scenarioId)
  return (
    <LoadedPage
      query={query}
      title="Plan"
      back={<Breadcrumbs steps={[{ label: 'Cohorts', link: { to: '/cohorts' } }]} />}
    >
      {(scenario) => (
        <Page
          title={scenario.name}
          documentTitle={`${scenario.name}: ${part.toLowerCase()}`}
          kicker="Plan"
          back={<BackToCohort cohortId={scenario.cohort_id} />}
          status={
            <>
              <Tag tone={stateTones[scenario.state]}>{stateNames[scenario.state]}</Tag>
              {scenario.violations > 0 && <Tag tone="attention">{counted(scenario.violations, 'broken rule')}</Tag>}
              {scenario.unplaced > 0 && (
                <Tag tone="attention">{`${counted(scenario.unplaced, 'block')} without a place`}</Tag>
              )}
            </>
          }
          lead={
            <p>
              {scenario.origin.sentence}{' '}
              {!isBusy(scenario) &&
                scenario.cost !== null &&
                `${pointsInWords(scenario.cost)}. ${troublesInWords(scenario)}.`}
            </p>
          }
        >
          <Parts scenarioId={scenario.id} />
          {children(scenario)}
        </Page>
      )}
    </LoadedPage>
  )
}

export function BackToCohort({ cohortId }: { cohortId: string }) {
  const { data: cohort } = queries.useQuery('get', '/api/placements/v1/cohorts/{cohort_id}', {
    params: { path: { cohort_id: cohortId } },
  })
  const link = { params: { cohortId } }
  return (
    <Breadcrumbs
      steps={[
        { label: cohort?.name ?? 'Cohort', link: { to: '/cohorts/$cohortId', ...link } },
        { label: 'Plans', link: { to: '/cohorts/$cohortId/plans', ...link } },
      ]}
    />
  )
}

const parts = [
  { part: 'Overview', to: '/plans/$scenarioId' },
  { part: 'Board', to: '/plans/$scenarioId/board' },
  { part: 'Compare', to: '/plans/$scenarioId/compare' },
  { part: 'Publish', to: '/plans/$scenarioId/publish' },
] as const

function Parts({ scenarioId }: { scenarioId: string }) {
  return (
    <nav className="cw-tabs" aria-label="Parts of this plan">
      <ul>
        {parts.map(({ part, to }) => (
          <li key={part}>
            <Link to={to} params={{ scenarioId }} activeOptions={{ exact: true, includeSearch: false }}>
              {part}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
