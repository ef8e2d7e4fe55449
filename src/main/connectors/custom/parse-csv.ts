/** The text breaks the rules of RFC 4180; rows count as a spreadsheet does, from 1. */
export class BadCsv extends Error {
  override readonly name = 'BadCsv'
  readonly row: number

  constructor(row: number, message: string) {
    super(message)
    this.row = row
  }
}

/**
 * The rows of a CSV, a blank line being a row of one empty cell. Strict where readers made for people guess: a quote that is not closed, or
 * stands amid a cell, is an error; any line end ends a row.
 */
export const parseCsv = (text: string, separator: string): readonly (readonly string[])[] => {
  const rows: (readonly string[])[] = []
  const bare = new RegExp(`[^\\${separator}"\\r\\n]*`, 'y')
  let at = 0

  const bad = (message: string): BadCsv => new BadCsv(rows.length + 1, message)

  const quotedCell = (): string => {
    const pieces: string[] = []
    do {
      const end = text.indexOf('"', at + 1)
      if (end === -1) throw bad('a quote is not closed')
      pieces.push(text.slice(at + 1, end))
      at = end + 1
    } while (text[at] === '"')
    return pieces.join('"')
  }

  const bareCell = (): string => {
    bare.lastIndex = at
    const [value = ''] = bare.exec(text) ?? []
    at += value.length
    if (text[at] === '"') throw bad('a quote stands amid a cell')
    return value
  }

  const row = (): readonly string[] => {
    const cells: string[] = []
    for (;;) {
      cells.push(text[at] === '"' ? quotedCell() : bareCell())
      const sign = text[at]
      if (sign !== undefined) at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
      if (sign === undefined || sign === '\r' || sign === '\n') return cells
      if (sign !== separator) throw bad('something stands behind a closed quote')
    }
  }

  while (at < text.length) rows.push(row())
  return rows
}
