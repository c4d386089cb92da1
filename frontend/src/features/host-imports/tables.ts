import type { ImportedTable } from '@/api/placements.gen'

/** What the tables that can be imported are about. */

interface Table {
  title: string
  /** How its rows find what they are about, and what they do to it. */
  layout: readonly string[]
}

export const tables: Record<ImportedTable, Table> = {
  organisations: {
    title: 'Organisations',
    layout: [
      'One row for each organisation. It is found by its ODS code, or else by its name; one that is not found is added.',
      'A row with a known ODS code and another name renames the organisation.',
      'Cells that are left empty change nothing.',
    ],
  },
  settings: {
    title: 'Settings',
    layout: [
      'One row for each setting. Say in the column organisation whose it is, by name or ODS code; the organisation is there already.',
      'A setting is found by its name in its organisation; one that is not found is added.',
      'Clearances, tasks, mentors and qualifications are separated by semicolons.',
      'Days are written like Mon-Fri, times like 07:30.',
      'Cells that are left empty change nothing.',
    ],
  },
  capacity: {
    title: 'Capacity',
    layout: [
      'One row for each period of a setting, and one for each stretch of closed weeks.',
      'A setting in the table has the periods of the table afterwards, and no others. Its closed weeks stay, unless the table has some for it.',
      'A period without a last day goes on until further notice.',
    ],
  },
}
