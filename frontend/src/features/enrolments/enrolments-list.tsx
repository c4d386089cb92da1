import { Link } from '@tanstack/react-router'
import { queries } from '@/api/client'
import type { EnrolmentAttention, EnrolmentRead, EnrolmentState } from '@/api/learners.gen'
import { allItems, byCursor } from '@/api/pages'
import { attentionNames, enrolmentStateNames, optionsOf, personName } from '@/api/words'
import { EnrolmentStateTag } from '@/components/domain/enrolment-state-tag'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Filters, FilterSelect, SearchBox } from '@/components/ui/filters/filters'
import { LoadMore } from '@/components/ui/load-more/load-more'
import { Loaded } from '@/components/ui/query/loaded'
import { Tag } from '@/components/ui/tag/tag'
import { formatShortDate } from '@/lib/dates'
import { keysOf } from '@/lib/keys-of'
import { counted } from '@/lib/numbers'

export interface EnrolmentSearch {
  q?: string | undefined
  state?: EnrolmentState | undefined
  attention?: EnrolmentAttention | undefined
}

interface EnrolmentsListProps {
  /** Only this cohort's; the cohort is then not named in each row. */
  cohortId?: string
  search: EnrolmentSearch
  onSearch: (change: EnrolmentSearch) => void
}

export function EnrolmentsList({ cohortId, search, onSearch }: EnrolmentsListProps) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/learners/v1/enrolments',
    { params: { query: { ...search, cohort_id: cohortId } } },
    byCursor,
  )
  return (
    <>
      <Filters label="Enrolments">
        <SearchBox
          label="Search by name or ULN"
          value={search.q ?? ''}
          onSearch={(q) => onSearch({ q: q || undefined })}
        />
        <FilterSelect
          name="state"
          label="State"
          all="All states"
          value={search.state ?? ''}
          options={optionsOf(enrolmentStateNames)}
          onChoose={(value) => onSearch({ state: keysOf(enrolmentStateNames).find((known) => known === value) })}
        />
        <FilterSelect
          name="attention"
          label="Needs attention"
          all="Any or none"
          value={search.attention ?? ''}
          options={optionsOf(attentionNames)}
          onChoose={(value) => onSearch({ attention: keysOf(attentionNames).find((known) => known === value) })}
        />
      </Filters>
      <Loaded query={query} lines={8}>
        {(data) => {
          const enrolments = allItems(data)
          if (enrolments.length === 0) {
            return (
              <p className="cw-muted">
                {Object.values(search).some(Boolean)
                  ? 'Nobody fits this search.'
                  : 'Nobody is enrolled yet, or nobody whom you may see.'}
              </p>
            )
          }
          return (
            <>
              <DataTable
                caption="Enrolments"
                captionHidden
                columns={cohortId ? [name, ...facts, open] : [name, cohort, ...facts, open]}
                rows={enrolments}
                rowKey={({ id }) => id}
              />
              <LoadMore query={query} shown={counted(enrolments.length, 'learner')} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const name: Column<EnrolmentRead> = {
  header: 'Name',
  rowHeader: true,
  cell: (enrolment) => (
    <Link to="/learners/$learnerId" params={{ learnerId: enrolment.learner_id }}>
      {personName(enrolment)}
    </Link>
  ),
}

const cohort: Column<EnrolmentRead> = { header: 'Cohort', cell: ({ cohort_name }) => cohort_name }

const facts: Column<EnrolmentRead>[] = [
  {
    header: 'State',
    cell: (enrolment) => (
      <span className="cw-tags">
        <EnrolmentStateTag state={enrolment.state} />
        {enrolment.uln_is_temporary && <Tag tone="attention">Temporary ULN</Tag>}
      </span>
    ),
  },
  { header: 'Employer', cell: ({ employer_name }) => employer_name },
  { header: 'Started', unbroken: true, cell: ({ started_on }) => formatShortDate(started_on) },
  { header: 'Planned end', unbroken: true, cell: ({ planned_end_on }) => formatShortDate(planned_end_on) },
]

const open: Column<EnrolmentRead> = {
  header: 'Enrolment',
  cell: (enrolment) => (
    <Link to="/enrolments/$enrolmentId" params={{ enrolmentId: enrolment.id }}>
      Open<span className="nhsuk-u-visually-hidden"> the enrolment of {personName(enrolment)}</span>
    </Link>
  ),
}
