import { http } from 'msw'
import { identityHandlers } from '@/test/mock-api/identity'
import { peopleHandlers } from '@/test/mock-api/people'
import { notFound } from '@/test/mock-api/problem'

export const handlers = [...identityHandlers, ...peopleHandlers, http.all('*/api/*', notFound)]
