import type { OfficeStock } from '../sockets/back-office.ts'
import type { Choice } from '../sockets/definition.ts'
import { numbersIn, unitsOf } from './named-fields.ts'
import { listProducts, productPage, toStock } from './products.ts'
import type { Warehouse } from './warehouse.ts'

/** The whole catalogue: a call for every hundred products. What has no SKU cannot be ordered. */
export const readStock = async (warehouse: Warehouse): Promise<readonly OfficeStock[]> =>
  (await listProducts(warehouse))
    .filter((row) => row['sku'] !== null && row['sku'] !== '')
    .map((row) => toStock(row, warehouse))

/** Every figure of the first product, with what it says there, so that the seller can tell which of them is the stock (cubyn.md 5). */
export const listStockFields = async (warehouse: Warehouse): Promise<readonly Choice[]> => {
  const [product] = (await productPage(warehouse, { limit: '1' })).rows
  if (product === undefined) return []
  const sku = String(product['sku'])
  return numbersIn(product).map((name) => ({
    value: name,
    label: `${name} (${sku}: ${unitsOf(product, [name])?.units})`,
  }))
}
