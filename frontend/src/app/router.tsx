import { createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router'
import * as v from 'valibot'
import { placementStateNames } from '@/api/placement-words'
import { attentionNames, cohortAttentionNames, cohortStateNames, enrolmentStateNames } from '@/api/words'
import { deskRoutes } from '@/app/desk-routes'
import { oneOf, root, type RouterContext, signedIn, text } from '@/app/parents'
import { planRoutes } from '@/app/plan-routes'
import { PageFailure, PageNotFound } from '@/app/routes/failures'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: v.object({ return: text, reason: text }),
  component: lazyRouteComponent(() => import('@/app/routes/sign-in'), 'SignInPage'),
})

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('@/app/routes/forgotten-password'), 'ForgottenPasswordPage'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('@/app/routes/reset-password'), 'ResetPasswordPage'),
})

const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('@/app/routes/accept-invitation'), 'AcceptInvitationPage'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('@/app/routes/home'), 'HomePage'),
})

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('@/app/routes/account'), 'AccountPage'),
})

const programmes = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes',
  component: lazyRouteComponent(() => import('@/app/routes/programmes'), 'ProgrammesPage'),
})

const programme = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programmeId',
  component: lazyRouteComponent(() => import('@/app/routes/programme'), 'ProgrammePage'),
})

const editRequirements = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programmeId/requirements',
  component: lazyRouteComponent(() => import('@/app/routes/edit-requirements'), 'EditRequirementsPage'),
})

const qualifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/qualifications',
  component: lazyRouteComponent(() => import('@/app/routes/qualifications'), 'QualificationsPage'),
})

const qualification = createRoute({
  getParentRoute: () => signedIn,
  path: '/qualifications/$qualificationId',
  validateSearch: v.object({ version: v.optional(v.fallback(v.optional(v.number()), undefined)) }),
  component: lazyRouteComponent(() => import('@/app/routes/qualification'), 'QualificationPage'),
})

const cohorts = createRoute({
  getParentRoute: () => signedIn,
  path: '/cohorts',
  validateSearch: v.object({
    q: text,
    programme: text,
    state: oneOf(cohortStateNames),
    attention: oneOf(cohortAttentionNames),
  }),
  component: lazyRouteComponent(() => import('@/app/routes/cohorts'), 'CohortsPage'),
})

const enrolmentSearch = v.object({ q: text, state: oneOf(enrolmentStateNames), attention: oneOf(attentionNames) })

const cohort = createRoute({
  getParentRoute: () => signedIn,
  path: '/cohorts/$cohortId',
  validateSearch: enrolmentSearch,
  component: lazyRouteComponent(() => import('@/app/routes/cohort'), 'CohortPage'),
})

const learners = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners',
  validateSearch: v.object({
    q: text,
    state: oneOf(enrolmentStateNames),
    uln: oneOf({ temporary: '', permanent: '' }),
  }),
  component: lazyRouteComponent(() => import('@/app/routes/learners'), 'LearnersPage'),
})

const learner = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId',
  component: lazyRouteComponent(() => import('@/app/routes/learner'), 'LearnerPage'),
})

const learnerRequirements = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/requirements',
  validateSearch: v.object({ show: oneOf({ placement: '' }) }),
  component: lazyRouteComponent(() => import('@/app/routes/learner-requirements'), 'LearnerRequirementsPage'),
})

const correctLearner = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/correct',
  component: lazyRouteComponent(() => import('@/app/routes/correct-learner'), 'CorrectLearnerPage'),
})

const importFacts = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/import',
  component: lazyRouteComponent(() => import('@/app/routes/import-facts'), 'ImportFactsPage'),
})

const addClearance = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/clearances/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-clearance'), 'AddClearancePage'),
})

const correctClearance = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/clearances/$clearanceId',
  component: lazyRouteComponent(() => import('@/app/routes/correct-clearance'), 'CorrectClearancePage'),
})

const editTravel = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/travel-and-hours',
  component: lazyRouteComponent(() => import('@/app/routes/edit-travel'), 'EditTravelPage'),
})

const editPreferences = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/preferences',
  component: lazyRouteComponent(() => import('@/app/routes/edit-preferences'), 'EditPreferencesPage'),
})

const adjustments = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/adjustments',
  component: lazyRouteComponent(() => import('@/app/routes/adjustments'), 'AdjustmentsPage'),
})

const enrolments = createRoute({
  getParentRoute: () => signedIn,
  path: '/enrolments',
  validateSearch: enrolmentSearch,
  component: lazyRouteComponent(() => import('@/app/routes/enrolments'), 'EnrolmentsPage'),
})

const enrol = createRoute({
  getParentRoute: () => signedIn,
  path: '/enrolments/new',
  validateSearch: v.object({ cohort: text, learner: text }),
  component: lazyRouteComponent(() => import('@/app/routes/enrol'), 'EnrolPage'),
})

const enrolment = createRoute({
  getParentRoute: () => signedIn,
  path: '/enrolments/$enrolmentId',
  component: lazyRouteComponent(() => import('@/app/routes/enrolment'), 'EnrolmentPage'),
})

const enrolmentAction = createRoute({
  getParentRoute: () => signedIn,
  path: '/enrolments/$enrolmentId/$action',
  component: lazyRouteComponent(() => import('@/app/routes/enrolment-action'), 'EnrolmentActionPage'),
})

const organisations = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations',
  validateSearch: v.object({ q: text }),
  component: lazyRouteComponent(() => import('@/app/routes/organisations'), 'OrganisationsPage'),
})

const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(() => import('@/app/routes/organisation'), 'OrganisationPage'),
})

const addSetting = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId/settings/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-setting'), 'AddSettingPage'),
})

const editPolicies = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId/policies',
  component: lazyRouteComponent(() => import('@/app/routes/edit-policies'), 'EditPoliciesPage'),
})

const setting = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$settingId',
  component: lazyRouteComponent(() => import('@/app/routes/setting'), 'SettingPage'),
})

const editSetting = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$settingId/edit',
  component: lazyRouteComponent(() => import('@/app/routes/edit-setting'), 'EditSettingPage'),
})

const editCapacity = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$settingId/capacity',
  component: lazyRouteComponent(() => import('@/app/routes/edit-capacity'), 'EditCapacityPage'),
})

const comparePolicies = createRoute({
  getParentRoute: () => signedIn,
  path: '/policies',
  validateSearch: v.object({ organisations: v.optional(v.fallback(v.optional(v.array(v.string())), undefined)) }),
  component: lazyRouteComponent(() => import('@/app/routes/compare-policies'), 'ComparePoliciesPage'),
})

const members = createRoute({
  getParentRoute: () => signedIn,
  path: '/members',
  component: lazyRouteComponent(() => import('@/app/routes/members'), 'MembersPage'),
})

const invite = createRoute({
  getParentRoute: () => signedIn,
  path: '/members/invite',
  validateSearch: v.object({ learner: text }),
  component: lazyRouteComponent(() => import('@/app/routes/invite'), 'InvitePage'),
})

const member = createRoute({
  getParentRoute: () => signedIn,
  path: '/members/$memberId',
  component: lazyRouteComponent(() => import('@/app/routes/member'), 'MemberPage'),
})

const partnerSystems = createRoute({
  getParentRoute: () => signedIn,
  path: '/partner-systems',
  component: lazyRouteComponent(() => import('@/app/routes/partner-systems'), 'PartnerSystemsPage'),
})

const addPartnerSystem = createRoute({
  getParentRoute: () => signedIn,
  path: '/partner-systems/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-partner-system'), 'AddPartnerSystemPage'),
})

const placements = createRoute({
  getParentRoute: () => signedIn,
  path: '/placements',
  validateSearch: v.object({ when: oneOf({ now: '', next: '', past: '' }), state: oneOf(placementStateNames) }),
  component: lazyRouteComponent(() => import('@/app/routes/placements'), 'PlacementsPage'),
})

const placement = createRoute({
  getParentRoute: () => signedIn,
  path: '/placements/$placementId',
  component: lazyRouteComponent(() => import('@/app/routes/placement'), 'PlacementPage'),
})

const placementRota = createRoute({
  getParentRoute: () => signedIn,
  path: '/placements/$placementId/rota',
  component: lazyRouteComponent(() => import('@/app/routes/placement-rota'), 'PlacementRotaPage'),
})

const placementStep = createRoute({
  getParentRoute: () => signedIn,
  path: '/placements/$placementId/$step',
  component: lazyRouteComponent(() => import('@/app/routes/placement-step'), 'PlacementStepPage'),
})

const routeTree = root.addChildren([
  signIn,
  forgottenPassword,
  resetPassword,
  acceptInvitation,
  signedIn.addChildren([
    home,
    programmes,
    programme,
    editRequirements,
    qualifications,
    qualification,
    cohorts,
    cohort,
    learners,
    learner,
    learnerRequirements,
    correctLearner,
    importFacts,
    addClearance,
    correctClearance,
    editTravel,
    editPreferences,
    adjustments,
    enrolments,
    enrol,
    enrolment,
    enrolmentAction,
    account,
    organisations,
    organisation,
    addSetting,
    editPolicies,
    setting,
    editSetting,
    editCapacity,
    comparePolicies,
    members,
    invite,
    member,
    partnerSystems,
    addPartnerSystem,
    ...planRoutes,
    ...deskRoutes,
    placements,
    placement,
    placementRota,
    placementStep,
  ]),
])

export function createAppRouter(context: RouterContext, options: { history?: RouterHistory } = {}) {
  return createRouter({
    ...options,
    routeTree,
    context,
    defaultPreload: 'intent',
    // Fresh enough is decided by the queries, not by the router.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: PageNotFound,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
