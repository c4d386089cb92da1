import type { EnrolmentState } from '@/api/learners.gen'
import { enrolmentStateNames, optionsOf } from '@/api/words'
import { Filters, FilterSelect, SearchBox } from '@/components/ui/filters/filters'
import { keysOf } from '@/lib/keys-of'

export interface LearnerSearch {
  q?: string | undefined
  state?: EnrolmentState | undefined
  /** The kind of number that the learner has. */
  uln?: 'temporary' | 'permanent' | undefined
}

interface LearnerFiltersProps {
  search: LearnerSearch
  onChange: (change: LearnerSearch) => void
}

const ulnNames = { temporary: 'Temporary', permanent: 'Permanent' } as const

export function LearnerFilters({ search, onChange }: LearnerFiltersProps) {
  return (
    <Filters label="Learners">
      <SearchBox
        label="Search by name or ULN"
        value={search.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        name="state"
        label="Enrolment"
        all="All states"
        value={search.state ?? ''}
        options={optionsOf(enrolmentStateNames)}
        onChoose={(value) => onChange({ state: keysOf(enrolmentStateNames).find((known) => known === value) })}
      />
      <FilterSelect
        name="uln"
        label="Learner number"
        all="Any"
        value={search.uln ?? ''}
        options={optionsOf(ulnNames)}
        onChoose={(value) => onChange({ uln: keysOf(ulnNames).find((known) => known === value) })}
      />
    </Filters>
  )
}
