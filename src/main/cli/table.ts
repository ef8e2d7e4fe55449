type Cell = string | number | null

const shown = (cell: Cell): string => (cell === null || cell === '' ? '–' : String(cell))

/** Columns under their headings, two blanks apart; numbers to the right. */
export const table = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const widths = headings.map((heading, column) =>
    rows.reduce((width, row) => Math.max(width, shown(row[column] ?? null).length), heading.length),
  )
  const line = (cells: readonly Cell[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? null
        return typeof cell === 'number' ? String(cell).padStart(width) : shown(cell).padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [line(headings), ...rows.map(line)].join('\n')
}

const DIGITS = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const

/** A UTC moment as this PC's clock shows it, `2026-11-24 14:32`. */
export const localTime = (at: string | null): string | null =>
  at === null ? null : new Date(at).toLocaleString('sv-SE', DIGITS)
