import type { OfficeProgress } from '../connectors/sockets/back-office.ts'
import { aliasedSku } from '../domain/connection.ts'
import { keptItems } from '../domain/item.ts'
import type { OrderIn } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import type { Outcome } from './for-each-order.ts'
import { hold } from './order-problems.ts'

/** A line removed or refunded in the shop: asked, never concluded. Says nothing where the platform does not tell its lines. */
export const noteMissingUnits = (corridor: Corridor, order: OrderIn<'placed'>, { lines }: OfficeProgress): Outcome => {
  if (lines === null || order.decisions.missingUnitsLeft) return 'stayed'
  const itemIds = missingItems(corridor, order, lines)
  if (itemIds.length === 0) return 'stayed'
  const { label } = corridor.office(order.backOfficeId)
  return hold(
    corridor,
    order,
    'partial',
    `${label} took ${itemIds.length} of ${keptItems(order.items).length} units out of this order. Shall they be cancelled at Rakuten too?`,
    { office: label, reason: 'removed-there', itemIds },
  )
}

const missingItems = (
  { connection }: Corridor,
  order: OrderIn<'placed'>,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): readonly string[] => {
  const bySku = Map.groupBy(keptItems(order.items), ({ sku }) => aliasedSku(sku, connection.settings))
  return [...bySku].flatMap(([product, units]) => {
    const there = lines.filter(({ sku }) => sku === product).reduce((sum, { quantity }) => sum + quantity, 0)
    return units.slice(there).map(({ itemId }) => itemId)
  })
}
