import type { Contact, ContactsRead, Topic } from '@/api/placements.gen'
import { topicNames } from '@/api/placement-words'
import { keysOf } from '@/lib/keys-of'

/** What whom is asked about, and who is asked first, as the service decides it. */
export const topicHints: Record<Topic, string> = {
  pay: 'Wages and payslips. Apprentices ask their employer of record.',
  absence: 'Illness, and other days off work. They ask the host first, then their employer of record.',
  travel_claims: 'They ask their employer of record.',
  learning: 'College days and coursework. They ask the training provider first, then their employer of record.',
  evidence:
    'What their qualification still needs. They ask the training provider first, then their employer of record.',
  concern:
    'Something that is not right. They ask their employer of record first, then the training provider and the host.',
  safeguarding: 'Somebody may be at risk. They ask the host first, then their employer of record.',
}

export const topics = keysOf(topicNames)

export function contactFor({ contacts }: ContactsRead, topic: Topic): Contact | undefined {
  return contacts[topic]
}
