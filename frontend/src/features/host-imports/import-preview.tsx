import type { ImportedRow, Outcome, TableImport } from '@/api/placements.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Notice } from '@/components/ui/notice/notice'
import { Tag, type TagTone } from '@/components/ui/tag/tag'
import { counted } from '@/lib/numbers'

/** What would become of each row. Those that change nothing are only counted. */
export function ImportPreview({ told: { counts, rows } }: { told: TableImport }) {
  const shown = rows.filter(({ outcome }) => outcome !== 'unchanged')
  const changes = counts.new + counts.changed + counts.removed
  return (
    <>
      {counts.wrong > 0 ? (
        <Notice tone="attention" title={`${counted(counts.wrong, 'row')} cannot be taken`} focused>
          <p>Nothing has been changed. Correct the file where it says so, then choose it again.</p>
        </Notice>
      ) : (
        <Notice tone="info" title={changes > 0 ? summary(counts) : 'The file changes nothing'} focused>
          <p>{changes > 0 ? 'Nothing has been changed yet.' : 'All of it is recorded already.'}</p>
        </Notice>
      )}
      {shown.length > 0 && (
        <DataTable
          caption={
            counts.unchanged > 0
              ? `What the rows say; ${counted(counts.unchanged, 'row')} without a change`
              : 'What the rows say'
          }
          columns={columns}
          rows={shown}
          rowKey={({ row, name, changes: [first] }) => `${row} ${name} ${first?.before}`}
        />
      )}
    </>
  )
}

const outcomes: Record<Outcome, { name: string; tone: TagTone }> = {
  new: { name: 'New', tone: 'good' },
  changed: { name: 'Changed', tone: 'info' },
  unchanged: { name: 'Unchanged', tone: 'neutral' },
  removed: { name: 'Removed', tone: 'stopped' },
  wrong: { name: 'To correct', tone: 'attention' },
}

const columns: Column<ImportedRow>[] = [
  { header: 'Row', unbroken: true, cell: ({ row }) => row ?? 'None' },
  { header: 'What', rowHeader: true, cell: ({ name }) => name || 'Not named' },
  { header: 'Outcome', cell: ({ outcome }) => <Tag tone={outcomes[outcome].tone}>{outcomes[outcome].name}</Tag> },
  { header: 'In detail', cell: (row) => <Details lines={detailsOf(row)} /> },
]

function summary({ new: added, changed, removed }: TableImport['counts']): string {
  const parts = [
    added > 0 && `adds ${added}`,
    changed > 0 && `changes ${changed}`,
    removed > 0 && `removes ${removed}`,
  ].filter((part) => part !== false)
  return `The file ${new Intl.ListFormat('en-GB').format(parts)}`
}

function detailsOf({ outcome, changes, faults }: ImportedRow): string[] {
  if (outcome === 'wrong') {
    return faults.map(({ column, message }) => (column ? `${inWords(column)}: ${message}` : message))
  }
  return changes.map(({ column, before, after }) => {
    if (outcome === 'removed') return `${inWords(column)}: ${before}`
    return `${inWords(column)}: ${after ?? 'none'}${before === null ? '' : `, was ${before}`}`
  })
}

function inWords(column: string): string {
  return column.replaceAll('_', ' ')
}

function Details({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
