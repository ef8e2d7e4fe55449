import Papa from 'papaparse'
import type { CsvError, FileView } from '../../preload/contract/shapes.ts'

/**
 * A table as a file: semicolons and a byte order mark, the one form that spreadsheets in French and German open as a table. A cell that
 * a spreadsheet would run as a formula is kept text.
 */
export const toCsv = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): FileView => ({
  name,
  mediaType: 'text/csv',
  text: `\uFEFF${Papa.unparse([[...columns], ...rows.map((cells) => [...cells])], {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: true,
  })}\r\n`,
})

/** `1490` as `14,90`: a spreadsheet in French or German takes `14.90` for a date or a text. */
export const amount = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`

export type TwoColumns =
  | { readonly ok: true; readonly rows: readonly { readonly row: number; readonly cells: readonly [string, string] }[] }
  | { readonly ok: false; readonly errors: readonly CsvError[] }

/** Reads a table of exactly these two columns, in UTF-8 or windows-1252. Rows count from 1, the heading included. */
export const readTwoColumns = (bytes: Uint8Array, columns: readonly [string, string]): TwoColumns => {
  const [header = [], ...body] = Papa.parse<string[]>(decode(bytes).trim()).data
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) {
    return {
      ok: false,
      errors: missing.map((column) => ({ row: 1, column, message: `The column ${column} is missing.` })),
    }
  }
  const [first, second] = columns
  const rows = body
    .map((cells, index) => ({
      row: index + 2,
      cells: [cellOf(cells, names, first), cellOf(cells, names, second)] as const,
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const errors = rows.flatMap(({ row, cells }) =>
    columns.flatMap((column, index) => (cells[index] === '' ? [{ row, column, message: 'This cell is empty.' }] : [])),
  )
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rows }
}

const cellOf = (cells: readonly string[], names: readonly string[], column: string): string =>
  (cells[names.indexOf(column)] ?? '').trim().replace(/^'(?=[=+\-@])/, '')

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
