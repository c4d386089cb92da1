import { setupServer } from 'msw/node'
import { handlers } from '@/test/mock-api/handlers'

export const server = setupServer(...handlers)
