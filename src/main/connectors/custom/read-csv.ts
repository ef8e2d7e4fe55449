import type { Read } from './formats.ts'
import { type Item, type Source, unreadable } from './item.ts'
import { BadCsv, parseCsv } from './parse-csv.ts'

type Csv = Extract<Read, { readonly format: 'csv' }>

/** Every row as an item; a path is the name of a column, or its number from 1. A row with a cell too many or too few is a fault. */
export const readCsv = (text: string, csv: Csv, source: Source, needed: readonly string[] = []): readonly Item[] => {
  const numbered = parsed(text, csv, source)
    .map((cells, at) => ({ cells, number: at + 1 }))
    // A blank line is no row.
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  const [first] = numbered
  if (first === undefined) throw unreadable(source, 'it is empty')
  const width = first.cells.length
  const columns = columnsOf(first.cells, csv, source)
  for (const path of needed) columns.at(path)
  return (csv.header ? numbered.slice(1) : numbered).map(({ cells, number }) => {
    const place = `row ${number}`
    if (cells.length !== width) throw unreadable(source, `${place} has ${cells.length} cells instead of ${width}`)
    return toItem(cells, place, columns, source)
  })
}

const toItem = (cells: readonly string[], place: string, columns: Columns, source: Source): Item => ({
  place,
  texts: (path) => cells.slice(columns.at(path), columns.at(path) + 1),
  inside: () => {
    throw unreadable(source, `${place} is a row, and holds no list`)
  },
  raw: cells.join(' | '),
})

interface Columns {
  readonly at: (path: string) => number
}

const columnsOf = (first: readonly string[], { header }: Csv, source: Source): Columns => {
  const names = header ? first.map(plain) : []
  return {
    at: (path) => {
      const found = names.indexOf(plain(path))
      if (found !== names.lastIndexOf(plain(path))) throw unreadable(source, `several columns are called “${path}”`)
      if (found !== -1) return found
      const number = /^[1-9]\d{0,3}$/.test(path) ? Number(path) - 1 : -1
      if (number < 0 || number >= first.length) throw unreadable(source, `there is no column “${path}”`)
      return number
    },
  }
}

const plain = (name: string): string => name.trim().toLowerCase()

const parsed = (text: string, { separator }: Csv, source: Source): readonly (readonly string[])[] => {
  try {
    return parseCsv(text, separator)
  } catch (error) {
    if (error instanceof BadCsv) throw unreadable(source, `row ${error.row}: ${error.message}`)
    throw error
  }
}
