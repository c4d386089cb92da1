import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import * as v from 'valibot'
import { oneOf, signedIn, text } from '@/app/parents'
import { isSection } from '@/features/programmes/sections'

/** Pages on which coordinators, and employers of their own, write what a partnership is made of. */

const addProgramme = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-programme'), 'AddProgrammePage'),
})

const editProgramme = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programmeId/edit/$section',
  params: {
    parse: ({ programmeId, section }) => {
      if (!isSection(section)) throw notFound()
      return { programmeId, section }
    },
  },
  component: lazyRouteComponent(() => import('@/app/routes/edit-programme'), 'EditProgrammePage'),
})

const addCohort = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programmeId/cohorts/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-cohort'), 'AddCohortPage'),
})

const editCohort = createRoute({
  getParentRoute: () => signedIn,
  path: '/cohorts/$cohortId/edit',
  component: lazyRouteComponent(() => import('@/app/routes/edit-cohort'), 'EditCohortPage'),
})

const addOrganisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-organisation'), 'AddOrganisationPage'),
})

const editOrganisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId/edit',
  component: lazyRouteComponent(() => import('@/app/routes/edit-organisation'), 'EditOrganisationPage'),
})

const editContacts = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId/contacts',
  component: lazyRouteComponent(() => import('@/app/routes/edit-contacts'), 'EditContactsPage'),
})

const rotaHours = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId/hours',
  validateSearch: v.object({ month: text }),
  component: lazyRouteComponent(() => import('@/app/routes/rota-hours'), 'RotaHoursPage'),
})

const importHosts = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/import',
  validateSearch: v.object({ table: oneOf({ organisations: '', settings: '', capacity: '' }) }),
  component: lazyRouteComponent(() => import('@/app/routes/import-hosts'), 'ImportHostsPage'),
})

const addExclusion = createRoute({
  getParentRoute: () => signedIn,
  path: '/learners/$learnerId/exclusions/new',
  component: lazyRouteComponent(() => import('@/app/routes/add-exclusion'), 'AddExclusionPage'),
})

export const deskRoutes = [
  addProgramme,
  editProgramme,
  addCohort,
  editCohort,
  addOrganisation,
  editOrganisation,
  editContacts,
  rotaHours,
  importHosts,
  addExclusion,
] as const
