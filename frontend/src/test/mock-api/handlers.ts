import { http } from 'msw'
import { identityHandlers } from '@/test/mock-api/identity'
import { notFound } from '@/test/mock-api/problem'

export const handlers = [...identityHandlers, http.all('*/api/*', notFound)]
