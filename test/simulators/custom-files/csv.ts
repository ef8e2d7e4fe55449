/** RFC 4180 with semicolons, as strictly as an importer reads it: the header is what it must be, and every row as long. */
export const readRows = (text: string, columns: readonly string[]): readonly Readonly<Record<string, string>>[] => {
  const [header, ...rows] = cellsOf(text)
  if (header?.join(';') !== columns.join(';')) throw new Error('The header is another one')
  if (rows.length === 0) throw new Error('There is no row')
  return rows.map((row) => {
    if (row.length !== columns.length) throw new Error('A row is too short or too long')
    return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']))
  })
}

const cellsOf = (text: string): readonly (readonly string[])[] => {
  if (!text.endsWith('\n')) throw new Error('The last row has no end')
  const rows: string[][] = []
  let row: string[] = []
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n)/gy)
  let read = 0
  for (const [whole, quoted, plain, end] of cells) {
    read += whole.length
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ';') continue
    rows.push(row)
    row = []
  }
  if (read !== text.length) throw new Error('A cell cannot be read')
  return rows
}

export const writeRows = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('')

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
