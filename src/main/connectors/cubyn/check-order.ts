import type { OfficeStock, OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { findProducts, toStock } from './products.ts'
import { toRecipient } from './recipient.ts'
import type { Warehouse } from './warehouse.ts'

/** Products, stock and destination, before anything is promised: a call for each SKU, since the catalogue is asked for one at a time. */
export const checkOrder = async (
  warehouse: Warehouse,
  { lines, delivery, relayPoint }: OrderToCheck,
): Promise<OrderCheck> => {
  const found = new Map<string, readonly OfficeStock[]>()
  for (const sku of new Set(lines.map((line) => line.sku)))
    found.set(
      sku,
      (await findProducts(warehouse, sku)).map((row) => toStock(row, warehouse)),
    )
  const products = [...found]
  const written = toRecipient({ delivery, relayPoint }, relayPoint !== null)
  return {
    unknownSkus: products.filter(([, of]) => of.length === 0).map(([sku]) => sku),
    duplicateSkus: products.filter(([, of]) => of.length > 1).map(([sku]) => sku),
    available: new Map(
      products.flatMap(([sku, [product, other]]) =>
        product === undefined || other !== undefined ? [] : [[sku, product.available]],
      ),
    ),
    addressRule: 'rule' in written ? written.rule : null,
  }
}
