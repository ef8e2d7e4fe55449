import Papa from 'papaparse'

/** A cell that keeps a file from being read. Rows count as a spreadsheet does: the header is row 1. */
export interface CsvError {
  readonly row: number
  /** Null when it is about the whole row, or the whole file. */
  readonly column: string | null
  readonly message: string
}

export interface CsvTable {
  /** In lower case. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly errors: readonly CsvError[]
}

/** UTF-8 with or without a byte order mark, or windows-1252; columns apart by semicolon or comma. */
export const readTable = (bytes: Uint8Array): CsvTable => {
  const text = decode(bytes)
  if (text === null) return broken('This is not a text file in UTF-8 or windows-1252. Save it as "CSV UTF-8".')
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) })
  const [header = [], ...rows] = parsed.data
  const columns = header.map((name) => name.trim().toLowerCase())
  return {
    columns,
    // Blank rows are left out only now, so that the others keep their numbers.
    rows: rows
      .map((cells, index) => ({ row: index + 2, cells: cells.map((cell) => unguarded(cell).trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    errors: parsed.errors.map(({ row = 0, message }) => ({ row: row + 1, column: null, message })),
  }
}

/** Semicolons and a byte order mark: the one form that spreadsheets in French and German open as a table, accents and all. */
export const writeTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse([[...columns], ...rows.map((cells) => cells.map(guarded))], { delimiter: ';', newline: '\r\n' })}\r\n`

/** A comma, because a spreadsheet in French or German takes `3.10` for the third of October. */
export const amount = (cents: number | null): string =>
  cents === null ? '' : `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, '0')}`

const broken = (message: string): CsvTable => ({ columns: [], rows: [], errors: [{ row: 1, column: null, message }] })

const decode = (bytes: Uint8Array): string | null => {
  const text = decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes)
  return text === null || CONTROL_CHARACTER.test(text) ? null : text
}

const CONTROL_CHARACTER = /[^\P{Cc}\t\r\n]/u

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const delimiterOf = (text: string): string => (text.split(/[\r\n]/, 1)[0]?.includes(';') ? ';' : ',')

// A spreadsheet runs a cell that begins like this as a formula; an apostrophe in front keeps it text. One is added to what looks guarded
// already, so that reading takes away exactly what writing added.
const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
