import type { Canonical } from './canonical.ts'
import { type Filling, fill } from './fill.ts'
import type { Written } from './formats.ts'

type Csv = Extract<Written, { readonly format: 'csv' }>

/** A row for each line, or one for all, as RFC 4180 has it. */
export const writeCsv = (csv: Csv, { order, lines }: Canonical, filling: Omit<Filling, 'values'>): string => {
  const rows = csv.rowPer === 'line' ? lines.map((line) => ({ ...order, ...line })) : [order]
  const cells = rows.map((values) => csv.columns.map(({ value }) => fill(value, { ...filling, values })))
  const table = csv.header ? [csv.columns.map(({ name }) => name), ...cells] : cells
  const end = csv.lineEnd === 'crlf' ? '\r\n' : '\n'
  return table.map((row) => `${row.map((cell) => quoted(guarded(cell, csv), csv)).join(csv.separator)}${end}`).join('')
}

/** A spreadsheet runs a cell that begins like this as a formula; an apostrophe keeps it text (B5). */
const guarded = (cell: string, { forSpreadsheet }: Csv): string =>
  forSpreadsheet && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string, { separator }: Csv): string =>
  /["\r\n]|^\s|\s$/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell
