import type { Sale } from '../connectors/sockets/marketplace.ts'
import type { NewOrder } from '../db/orders-repository.ts'
import { acceptBy } from '../domain/acceptance-deadline.ts'
import type { SkippedReason } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/** A sale as it enters the database: imported, or set aside with its reason. */
export const toNewOrder = (
  { connection, time }: Pick<Corridor, 'connection' | 'time'>,
  sale: Sale,
  skipped: SkippedReason | null,
): NewOrder => {
  const now = time.nowIso()
  const core = {
    connectionId: connection.id,
    reference: sale.reference,
    purchasedAt: sale.purchasedAt,
    importedAt: now,
    acceptBy: acceptBy(sale.purchasedAt),
    changedAt: now,
    deliveryMode: sale.deliveryMode,
    buyer: sale.buyer,
    items: sale.items,
    decisions: {},
    backOfficeId: null,
    backOfficeRef: null,
    backOfficeNumber: null,
    backOfficeUrl: null,
    methodId: null,
    prepaidLabel: null,
    acceptedAt: null,
    shippingCents: null,
    placedAt: null,
    completedAt: null,
    dispatchedAt: null,
    shippedAt: null,
    shippedBy: null,
    endedAt: null,
    endedBy: null,
    endReason: null,
    manualSince: null,
    raw: sale.raw,
  }
  return skipped === null
    ? { ...core, skippedReason: null, status: 'imported' }
    : { ...core, skippedReason: skipped, status: 'skipped' }
}
