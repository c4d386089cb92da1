import { api } from '@/api/client'
import type { SessionCreate } from '@/api/identity.gen'
import type { Session } from '@/api/session'

export async function signIn(credentials: SessionCreate): Promise<Session> {
  const { data } = await api.POST('/api/identity/v1/session', { body: credentials })
  if (!data) throw new Error('The sign-in was answered without a session')
  return data
}
