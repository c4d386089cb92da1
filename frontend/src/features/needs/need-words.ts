import type { CohortAttention, EnrolmentAttention, NeedsRead } from '@/api/learners.gen'
import { counted } from '@/lib/numbers'

type Kind = EnrolmentAttention | CohortAttention

const words: Record<Kind, { title: (count: number) => string; why: string }> = {
  return_overdue: {
    title: (count) => `${counted(count, 'learner')} should be back from a break`,
    why: 'The day on which they were expected has passed. Record the return, or a new date.',
  },
  past_planned_end: {
    title: (count) => `${counted(count, 'learner')} ${count === 1 ? 'is' : 'are'} past the planned end`,
    why: 'Record the completion, or move the planned end.',
  },
  temporary_uln: {
    title: (count) => `${counted(count, 'learner')} with a temporary ULN`,
    why: 'Funding returns need the permanent number.',
  },
  turning_18_soon: {
    title: (count) => `${counted(count, 'learner')} turning 18 soon`,
    why: 'From that day placements in the NHS are open to them, and other working hours.',
  },
  clearance_missing: {
    title: (count) => `${counted(count, 'learner')} without a clearance`,
    why: 'The right to work, an enhanced DBS check, or one that has expired. A placement cannot start without it.',
  },
  clearance_expiring: {
    title: (count) => `${counted(count, 'learner')} with a clearance that ends soon`,
    why: 'Renew it in time: a new DBS check takes weeks.',
  },
  starting_with_free_places: {
    title: (count) => `${counted(count, 'cohort')} starting soon with free places`,
    why: 'There is still time to fill them.',
  },
}

export function needInWords({ kind, count }: NeedsRead['items'][number]): { title: string; why: string } {
  const { title, why } = words[kind]
  return { title: title(count), why }
}
