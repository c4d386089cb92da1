import type { ImportedTable } from '@/api/placements.gen'

/** The table to fill in, empty or with all that is recorded. */
export function TemplateLinks({ table }: { table: ImportedTable }) {
  const address = `/api/placements/v1/imports/${table}/template`
  return (
    <ul className="nhsuk-list">
      <li>
        <a href={`${address}?format=xlsx&recorded=true`} download>
          Download what is recorded as XLSX
        </a>
      </li>
      <li>
        <a href={`${address}?format=csv&recorded=true`} download>
          Download what is recorded as CSV
        </a>
      </li>
      <li>
        <a href={`${address}?format=xlsx`} download>
          Download an empty table as XLSX
        </a>
      </li>
    </ul>
  )
}
