import { Fault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import type { Query } from './api.ts'
import { MOST_CATALOGUE_PAGES, PAGE_SIZE } from './facts.ts'
import { notNamed } from './lists.ts'
import { type Row, textOf, unitsOf } from './named-fields.ts'
import type { Names } from './names.ts'
import { readPage, type Warehouse } from './warehouse.ts'

/** Products of the catalogue, page by page, held against the total that Cubyn tells: a list that is not whole is a fault (cubyn.md 5). */
export const listProducts = async (warehouse: Warehouse, query: Query = {}): Promise<readonly Row[]> => {
  const { side } = warehouse
  const rows = new Map<string, Row>()
  let whole: number | null = null
  for (let page = 0; page < MOST_CATALOGUE_PAGES; page += 1) {
    const { rows: came, total } = await productPage(warehouse, { ...query, offset: String(page * PAGE_SIZE) })
    if (total === null) throw notTold(side)
    for (const row of came) rows.set(identityOf(row), row)
    const isShort = rows.size < Math.min(total, (page + 1) * PAGE_SIZE)
    if (isShort || rows.size > total || (whole ?? total) !== total) throw notWhole(side, rows.size, total)
    if (rows.size === total) return [...rows.values()]
    whole = total
  }
  throw notWhole(side, rows.size, whole ?? 0)
}

export const productPage = (warehouse: Warehouse, query: Query) =>
  // The address ends with a slash (cubyn.md 5).
  readPage(warehouse, '/product-catalog/products/', {
    limit: String(PAGE_SIZE),
    offset: '0',
    'sort[sku]': 'ASC',
    ...query,
  })

/** Those of exactly this SKU: the catalogue's own search finds more (pitfall 6), and everything where it is given nothing. */
export const findProducts = async (warehouse: Warehouse, sku: string): Promise<readonly Row[]> =>
  sku.trim() === '' ? [] : (await listProducts(warehouse, { query: sku })).filter((row) => row['sku'] === sku)

/** What can be sold of a product. Less than nothing is nothing; no figure at all is a fault, and never nothing. */
export const toStock = (row: Row, { names, side }: { readonly names: Names; readonly side: string }): OfficeStock => {
  const sku = row['sku']
  const stock = unitsOf(row, names.stock)
  if (typeof sku !== 'string') throw notNamed(side, 'the SKU of a product', row)
  if (stock === null) throw notNamed(side, `the stock of SKU ${sku}`, row)
  return { sku, available: Math.max(0, stock.units), title: textOf(row, names.productName) ?? sku }
}

/** What tells two rows apart: a page that moved brings one twice and leaves one out. */
const identityOf = (row: Row): string => textOf(row, ['id']) ?? JSON.stringify(row['sku'] ?? null)

const notTold = (side: string): Fault =>
  new Fault('unreadable', `${side} does not tell how long its catalogue is: the header x-total-count is missing.`, {
    side,
  })

const notWhole = (side: string, came: number, told: number): Fault =>
  new Fault(
    'unreadable',
    `The catalogue changed while it was read from ${side}, or is not whole: ${came} of ${told} products.`,
    { side },
  )
