import type { OfficeProgress } from '../connectors/sockets/back-office.ts'
import { aliasedSku } from '../domain/connection.ts'
import { keptItems } from '../domain/item.ts'
import type { OrderIn } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { hasLeft } from './has-left.ts'
import { hold, settle } from './order-problems.ts'

/**
 * A line removed or refunded in the shop: asked, never concluded. Says nothing where the platform does not tell its lines. Returns the units
 * that are missing and asked about: they have not left with the others.
 */
export const noteMissingUnits = (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting'>,
  { lines }: OfficeProgress,
): readonly string[] => {
  if (lines === null || order.decisions.missingUnitsLeft) return []
  const itemIds = missingItems(corridor, order, lines)
  if (itemIds.length === 0) {
    if (isAsked(corridor, order)) settle(corridor, order, 'partial')
    return []
  }
  const { label } = corridor.office(order.backOfficeId)
  hold(
    corridor,
    order,
    'partial',
    `${label} took ${itemIds.length} of ${keptItems(order.items).length} units out of this order. Shall they be cancelled at Rakuten too?`,
    { office: label, reason: 'removed-there', itemIds },
  )
  return itemIds
}

const isAsked = ({ repositories }: Corridor, { id }: OrderIn<'placed' | 'waiting'>): boolean =>
  repositories.problems
    .of({ orderId: id })
    .some(({ kind, detail }) => kind === 'partial' && detail['reason'] === 'removed-there')

const missingItems = (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting'>,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): readonly string[] => {
  const { settings } = corridor.connection
  const left = hasLeft(corridor, order)
  const unitsThere = (sku: string): number =>
    lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0)
  return [...Map.groupBy(keptItems(order.items), ({ sku }) => aliasedSku(sku, settings))].flatMap(([product, units]) =>
    // A unit that has left is not the one that was taken out.
    units
      .toSorted((one, other) => Number(left(other)) - Number(left(one)))
      .slice(unitsThere(product))
      .map(({ itemId }) => itemId),
  )
}
