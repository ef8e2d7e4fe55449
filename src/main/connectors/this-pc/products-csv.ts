import { amount, type CsvError, readTable, writeTable } from './csv-table.ts'
import { NEW_PRODUCT, type Product, wrongFields } from './product.ts'

/** What a file would bring: with a single error, nothing. */
export interface ProductsCsv {
  readonly products: readonly Product[]
  readonly errors: readonly CsvError[]
}

const COLUMNS = {
  sku: 'sku',
  ean: 'ean',
  title: 'title',
  stock: 'stock',
  safety: 'safetyStock',
  price: 'priceCents',
} as const
type Column = keyof typeof COLUMNS
const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name)
const REQUIRED: readonly Column[] = ['sku', 'stock']

export const writeProductsCsv = (products: readonly Product[]): string =>
  writeTable(
    Object.keys(COLUMNS),
    products.map(({ sku, ean, title, stock, safetyStock, priceCents }) => [
      sku,
      ean,
      title,
      String(stock),
      String(safetyStock),
      amount(priceCents),
    ]),
  )

/** @param known the product as it is now: a column the file does not have leaves that field alone */
export const readProductsCsv = (bytes: Uint8Array, known: (sku: string) => Product | null): ProductsCsv => {
  const { columns, rows, errors } = readTable(bytes)
  const refused = errors.length > 0 ? errors : wrongColumns(columns)
  if (refused.length > 0) return { products: [], errors: refused }

  const seen = new Map<string, number>()
  const read = rows.map(({ row, cells }) => {
    if (cells.length !== columns.length) return wrongWidth(row, cells.length, columns.length)
    const cellOf = (column: Column): string | undefined => cells[columns.indexOf(column)]
    const sku = cellOf('sku') ?? ''
    const first = seen.get(sku)
    if (first !== undefined) return wrong(row, 'sku', `${sku} stands in row ${first} already.`)
    seen.set(sku, row)
    const product = toProduct(known(sku) ?? { sku, ...NEW_PRODUCT }, cellOf)
    return {
      product,
      errors: wrongFields(product).map(({ field, message }) => ({ row, column: columnOf(field), message })),
    }
  })
  const wrongs = read.flatMap((line) => line.errors)
  return { products: wrongs.length > 0 ? [] : read.flatMap(({ product }) => product ?? []), errors: wrongs }
}

const toProduct = (before: Product, cellOf: (column: Column) => string | undefined): Product => ({
  sku: before.sku,
  ean: cellOf('ean') ?? before.ean,
  title: cellOf('title') ?? before.title,
  stock: units(cellOf('stock') ?? ''),
  safetyStock: cellOf('safety') === undefined ? before.safetyStock : units(cellOf('safety') || '0'),
  priceCents: cellOf('price') === undefined ? before.priceCents : cents(cellOf('price') ?? ''),
})

// What is no number becomes NaN, which no rule of a product lets pass.
const units = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN)
const cents = (text: string): number | null => {
  if (text === '') return null
  const [, whole, decimals = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

const wrongColumns = (columns: readonly string[]): readonly CsvError[] => [
  ...REQUIRED.filter((name) => !columns.includes(name)).map((name) => header(name, `There is no column "${name}".`)),
  ...columns.flatMap((name, index) => {
    if (!isColumn(name)) return header(name, `The column "${name}" is not one of ${Object.keys(COLUMNS).join(', ')}.`)
    return columns.indexOf(name) === index ? [] : header(name, `The column "${name}" is there twice.`)
  }),
]

const header = (column: string, message: string): CsvError => ({ row: 1, column, message })
const wrong = (row: number, column: string | null, message: string) => ({
  product: null,
  errors: [{ row, column, message }],
})
const wrongWidth = (row: number, cells: number, columns: number) =>
  wrong(row, null, `This row has ${cells} cells, the header has ${columns}.`)

const columnOf = (field: keyof Product): Column =>
  // Object.keys forgets the names it just listed.
  (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column] === field) ?? 'sku'
