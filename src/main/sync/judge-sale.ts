import type { Sale } from '../connectors/sockets/marketplace.ts'
import type { ConnectionSettings } from '../domain/connection.ts'
import type { DeliveryChoice, DeliveryMethod } from '../domain/delivery-mode.ts'
import { isInStorePickup, resolveDeliveryMode } from '../domain/delivery-mode.ts'
import { isKept, isOurs } from '../domain/item.ts'
import type { SkippedReason } from '../domain/order.ts'
import { parisDay } from '../domain/paris-time.ts'

type Judged = Pick<Sale, 'purchasedAt' | 'deliveryMode' | 'items'>
type Rules = Pick<ConnectionSettings, 'importFrom' | 'deliveryModes'>

/**
 * Why a purchase is not for us, or null when it is. `methods` null: the back office could not be asked yet, so its delivery mode is
 * judged before acceptance instead.
 */
export const judgeSale = (
  sale: Judged,
  settings: Rules,
  methods: readonly DeliveryMethod[] | null,
): SkippedReason | null => {
  if (settings.importFrom !== null && parisDay(sale.purchasedAt) < settings.importFrom) return 'before-start-date'
  if (!sale.items.some(isOurs)) return 'rakuten-logistics'
  if (!sale.items.some(isKept)) return 'cancelled'
  if (isInStorePickup(sale.deliveryMode)) return 'in-store-pickup'
  return methods === null
    ? null
    : skippedForMode(resolveDeliveryMode(sale.deliveryMode, settings.deliveryModes, methods))
}

export const skippedForMode = (choice: DeliveryChoice): SkippedReason | null => {
  switch (choice.kind) {
    case 'method':
      return null
    case 'in-store-pickup':
      return 'in-store-pickup'
    case 'not-available':
      return 'mode-not-available'
    case 'not-mapped':
      return 'mode-not-mapped'
  }
}
