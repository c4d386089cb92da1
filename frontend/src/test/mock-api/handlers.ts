import { http } from 'msw'
import { deskHandlers } from '@/test/mock-api/desk'
import { hostsHandlers } from '@/test/mock-api/hosts'
import { identityHandlers } from '@/test/mock-api/identity'
import { learnersHandlers } from '@/test/mock-api/learners'
import { peopleHandlers } from '@/test/mock-api/people'
import { portfolioHandlers } from '@/test/mock-api/portfolio'
import { disruptionsHandlers } from '@/test/mock-api/disruptions'
import { plansHandlers } from '@/test/mock-api/plans'
import { placementsHandlers } from '@/test/mock-api/placements'
import { notFound } from '@/test/mock-api/problem'

export const handlers = [
  ...deskHandlers,
  ...identityHandlers,
  ...peopleHandlers,
  ...learnersHandlers,
  ...hostsHandlers,
  ...plansHandlers,
  ...disruptionsHandlers,
  ...portfolioHandlers,
  ...placementsHandlers,
  http.all('*/api/*', notFound),
]
