import { brokenAddressRule } from '../../domain/address-rules.ts'
import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import type { StockThere } from './operations.ts'

/** What the stock says of an order; null: nobody tells it, so that every SKU is taken at its word. */
export const checkAgainst = (stock: readonly StockThere[] | null, order: OrderToCheck): OrderCheck => {
  const addressRule = brokenAddressRule(order.delivery, order.relayPoint)
  const skus = [...new Set(order.lines.map(({ sku }) => sku))]
  if (stock === null)
    return {
      ...{ unknownSkus: [], duplicateSkus: [], addressRule },
      available: new Map(skus.map((sku) => [sku, null])),
    }
  const wanted = new Set(skus)
  const there = Map.groupBy(
    stock.filter(({ sku }) => wanted.has(sku)),
    ({ sku }) => sku,
  )
  return {
    unknownSkus: skus.filter((sku) => !there.has(sku)),
    duplicateSkus: skus.filter((sku) => (there.get(sku)?.length ?? 0) > 1),
    available: new Map(Array.from(there, ([sku, [first]]) => [sku, first?.quantity ?? 0])),
    addressRule,
  }
}
