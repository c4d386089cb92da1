import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { sectorNames } from '@/api/words'
import { oneOf, signedIn, text } from '@/app/parents'

/** Pages about the plans of cohorts. */

const cohortPlans = createRoute({
  getParentRoute: () => signedIn,
  path: '/cohorts/$cohortId/plans',
  component: lazyRouteComponent(() => import('@/app/routes/cohort-plans'), 'CohortPlansPage'),
})

const reportDisruption = createRoute({
  getParentRoute: () => signedIn,
  path: '/cohorts/$cohortId/disruptions/new',
  component: lazyRouteComponent(() => import('@/app/routes/report-disruption'), 'ReportDisruptionPage'),
})

const disruption = createRoute({
  getParentRoute: () => signedIn,
  path: '/disruptions/$disruptionId',
  component: lazyRouteComponent(() => import('@/app/routes/disruption'), 'DisruptionPage'),
})

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$scenarioId',
  component: lazyRouteComponent(() => import('@/app/routes/plan'), 'PlanPage'),
})

const planBoard = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$scenarioId/board',
  validateSearch: v.object({
    view: oneOf({ people: '', settings: '' }),
    q: text,
    employer: text,
    setting: text,
    sector: oneOf(sectorNames),
    conflicts: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
  }),
  component: lazyRouteComponent(() => import('@/app/routes/plan-board'), 'PlanBoardPage'),
})

const planComparison = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$scenarioId/compare',
  validateSearch: v.object({ with: text }),
  component: lazyRouteComponent(() => import('@/app/routes/plan-comparison'), 'PlanComparisonPage'),
})

const planPublication = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$scenarioId/publish',
  component: lazyRouteComponent(() => import('@/app/routes/plan-publication'), 'PlanPublicationPage'),
})

const programmePlanning = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programmeId/planning',
  component: lazyRouteComponent(() => import('@/app/routes/programme-planning'), 'ProgrammePlanningPage'),
})

export const planRoutes = [
  cohortPlans,
  reportDisruption,
  disruption,
  plan,
  planBoard,
  planComparison,
  planPublication,
  programmePlanning,
] as const
