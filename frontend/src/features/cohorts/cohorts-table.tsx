import { Link } from '@tanstack/react-router'
import type { CohortRead } from '@/api/learners.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { CohortStateTag } from '@/features/cohorts/cohort-state-tag'
import { placesInWords } from '@/features/cohorts/places'
import { formatShortDate } from '@/lib/dates'

interface CohortsTableProps {
  cohorts: readonly CohortRead[]
  /** Left out where the page is about one programme. */
  withProgramme?: boolean
}

export function CohortsTable({ cohorts, withProgramme = false }: CohortsTableProps) {
  return (
    <DataTable
      caption="Cohorts"
      captionHidden
      columns={withProgramme ? [name, programme, ...facts] : [name, ...facts]}
      rows={cohorts}
      rowKey={(cohort) => cohort.id}
    />
  )
}

const name: Column<CohortRead> = {
  header: 'Cohort',
  rowHeader: true,
  cell: (cohort) => (
    <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.id }}>
      {cohort.name}
    </Link>
  ),
}

const programme: Column<CohortRead> = { header: 'Programme', cell: (cohort) => cohort.programme_name }

const facts: Column<CohortRead>[] = [
  { header: 'State', cell: ({ state }) => <CohortStateTag state={state} /> },
  { header: 'Starts', unbroken: true, cell: (cohort) => formatShortDate(cohort.starts_on) },
  { header: 'Ends', unbroken: true, cell: (cohort) => formatShortDate(cohort.ends_on) },
  { header: 'Places', numeric: true, cell: placesInWords },
]
