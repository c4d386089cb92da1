import type { ReactNode } from 'react'

export interface Column<Row> {
  header: string
  cell: (row: Row) => ReactNode
  /** Names the row; one column of a table is that. */
  rowHeader?: boolean
  /** Numbers stand right-aligned under each other. */
  numeric?: boolean
  /** Dates and numbers of people or things are never broken over two lines. */
  unbroken?: boolean
}

interface DataTableProps<Row> {
  caption: string
  /** The caption is read out only, where a heading above already shows it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** A table that becomes a list of cards on narrow screens. The roles keep it a table for screen readers there. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="cw-table" role="table">
      <caption className={captionHidden ? 'nhsuk-u-visually-hidden' : 'cw-table__caption'}>{caption}</caption>
      <thead className="cw-table__head" role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.header}
              role="columnheader"
              scope="col"
              className={column.numeric ? 'cw-table__number' : undefined}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.header} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classOf({ numeric, unbroken }: Column<never>): string | undefined {
  if (numeric) return 'cw-table__number'
  return unbroken ? 'cw-table__unbroken' : undefined
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th role="rowheader" scope="row" className="cw-table__name">
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" className={classOf(column)}>
      <span className="cw-table__label" aria-hidden="true">
        {column.header}
      </span>
      <span className="cw-table__value">{column.cell(row)}</span>
    </td>
  )
}
