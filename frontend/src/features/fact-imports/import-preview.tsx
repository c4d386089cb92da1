import { clearanceName } from '@/api/host-words'
import type { FactsImport, ImportedRow } from '@/api/learners.gen'
import { type Column, DataTable } from '@/components/ui/data-table/data-table'
import { Notice } from '@/components/ui/notice/notice'
import { formatShortDate } from '@/lib/dates'
import { counted } from '@/lib/numbers'

export function ImportPreview({ told }: { told: FactsImport }) {
  const shown = told.rows.filter(({ facts, clearance, faults }) => facts.length > 0 || clearance || faults.length > 0)
  const unchanged = told.rows.length - shown.length
  return (
    <>
      {told.faulty_rows > 0 ? (
        <Notice tone="attention" title={`${counted(told.faulty_rows, 'row')} cannot be taken`} focused>
          <p>Nothing has been changed. Correct the file where it says so, then choose it again.</p>
        </Notice>
      ) : (
        <Notice tone="info" title={`The file changes ${counted(told.changes, 'thing')}`} focused>
          <p>{told.changes > 0 ? 'Nothing has been changed yet.' : 'All of it is recorded already.'}</p>
        </Notice>
      )}
      {shown.length > 0 && (
        <DataTable
          caption={
            unchanged > 0 ? `What the rows say; ${counted(unchanged, 'row')} without a change` : 'What the rows say'
          }
          columns={columns}
          rows={shown}
          rowKey={({ row }) => String(row)}
        />
      )}
    </>
  )
}

const columns: Column<ImportedRow>[] = [
  { header: 'Row', unbroken: true, cell: ({ row }) => row },
  {
    header: 'Learner',
    rowHeader: true,
    cell: ({ given_names, family_name }) => `${given_names} ${family_name}`.trim() || 'Not known',
  },
  { header: 'Changes', cell: (row) => <Lines lines={changesOf(row)} none="None" /> },
  {
    header: 'To correct',
    cell: ({ faults }) => (
      <Lines lines={faults.map(({ column, message }) => (column ? `${column}: ${message}` : message))} none="Nothing" />
    ),
  },
]

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return none
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function changesOf({ facts, clearance }: ImportedRow): string[] {
  const lines = facts.map(
    ({ column, before, after }) =>
      `${column.replaceAll('_', ' ')}: ${after ?? 'none'}${before === null ? '' : `, was ${before}`}`,
  )
  if (clearance) {
    const before = clearance.before ? `, was ${datesInWords(clearance.before)}` : ''
    lines.push(`${clearanceName(clearance.code)}: ${datesInWords(clearance.after)}${before}`)
  }
  return lines
}

function datesInWords({ valid_from, expires_on }: { valid_from: string; expires_on: string | null }): string {
  return `from ${formatShortDate(valid_from)}${expires_on ? ` to ${formatShortDate(expires_on)}` : ''}`
}
