/** Values of rows in a form, whose fields are named by list, row and field: `mentors.0.name`. */

export function rowField(list: string, row: number, field: string): string {
  return `${list}.${row}.${field}`
}

/** Starting values of the rows of a list. */
export function initialRows(list: string, items: readonly object[]): Record<string, string> {
  return Object.fromEntries(
    items.flatMap((item, row) =>
      Object.entries(item).map(([field, value]) => [rowField(list, row, field), value == null ? '' : String(value)]),
    ),
  )
}

type Nested = Record<string, Record<string, Record<string, unknown>>>

/** What was typed, row by row: `{ mentors: { 0: { name: … } } }`, beside the other values. */
export function nestRows(values: Readonly<Record<string, unknown>>, lists: readonly string[]): Record<string, unknown> {
  const nested: Nested = Object.fromEntries(lists.map((list) => [list, {}]))
  const others: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const [list = '', row = '', field = ''] = name.split('.')
    const rows = nested[list]
    if (rows) (rows[row] ??= {})[field] = value
    else others[name] = value
  }
  return { ...others, ...nested }
}

/** Where the service's pointers into a list lead: rows that were removed are not sent, so the numbers differ. */
export function rowPointers(list: string, rows: readonly number[], fields: readonly string[]): Record<string, string> {
  const [firstField = ''] = fields
  const pointers = rows.flatMap((row, index) => [
    [`/${list}/${index}`, rowField(list, row, firstField)] as const,
    ...fields.map((field) => [`/${list}/${index}/${field}`, rowField(list, row, field)] as const),
  ])
  const whole = rows.slice(0, 1).map((row) => [`/${list}`, rowField(list, row, firstField)] as const)
  return Object.fromEntries([...whole, ...pointers])
}

/** What was typed in the rows, in the order in which they stand. */
export function inOrder<Row>(rows: readonly number[], values: Readonly<Record<string, Row>>): Row[] {
  return rows.flatMap((row) => values[row] ?? [])
}
