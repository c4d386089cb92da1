import { http } from 'msw'
import { hostsHandlers } from '@/test/mock-api/hosts'
import { identityHandlers } from '@/test/mock-api/identity'
import { learnersHandlers } from '@/test/mock-api/learners'
import { peopleHandlers } from '@/test/mock-api/people'
import { notFound } from '@/test/mock-api/problem'

export const handlers = [
  ...identityHandlers,
  ...peopleHandlers,
  ...learnersHandlers,
  ...hostsHandlers,
  http.all('*/api/*', notFound),
]
