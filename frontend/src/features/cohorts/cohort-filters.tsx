import { queries } from '@/api/client'
import type { CohortState } from '@/api/learners.gen'
import { cohortStateNames, optionsOf } from '@/api/words'
import { Filters, FilterSelect, SearchBox } from '@/components/ui/filters/filters'
import { keysOf } from '@/lib/keys-of'

export interface CohortSearch {
  q?: string | undefined
  programme?: string | undefined
  state?: CohortState | undefined
}

interface CohortFiltersProps {
  search: CohortSearch
  onChange: (change: CohortSearch) => void
}

export function CohortFilters({ search, onChange }: CohortFiltersProps) {
  const programmes = queries.useQuery('get', '/api/learners/v1/programmes').data?.items ?? []
  return (
    <Filters label="Cohorts">
      <SearchBox label="Search by name" value={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
      {programmes.length > 1 && (
        <FilterSelect
          name="programme"
          label="Programme"
          all="All programmes"
          value={search.programme ?? ''}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(programme) => onChange({ programme: programme || undefined })}
        />
      )}
      <FilterSelect
        name="state"
        label="State"
        all="All states"
        value={search.state ?? ''}
        options={optionsOf(cohortStateNames)}
        onChoose={(value) => onChange({ state: keysOf(cohortStateNames).find((known) => known === value) })}
      />
    </Filters>
  )
}
