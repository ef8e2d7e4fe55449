import type { Buyer } from '../domain/address.ts'
import type { Order, PrepaidLabel } from '../domain/order.ts'
import { createBuyerScrubber } from './buyer-scrubber.ts'
import { isBuyer, tellingWords, tells } from './buyer-words.ts'
import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'
import type { OrderRecord } from './order-record.ts'
import { createOrderSearch } from './order-search.ts'
import { createErasureSeal } from './seal-erasure.ts'
import { createStoredOrders, READ_ORDER } from './stored-orders.ts'

/** What the seller owes a buyer (product.md section 12): everything about the person goes; ids, SKUs, amounts and statuses stay. */
export function createBuyerErasure(db: Database) {
  const { fromRecord, get } = createStoredOrders(db)
  const search = createOrderSearch(db)
  const scrub = createBuyerScrubber(db)
  const seal = createErasureSeal(db)
  const selectBuyers = db.prepare<[], { id: number; buyer: string }>(
    'SELECT id, buyer FROM orders WHERE buyer IS NOT NULL ORDER BY id',
  )
  const selectDue = db.prepare<[string, number], OrderRecord>(`
    ${READ_ORDER}
    WHERE changed_at < ? AND buyer IS NOT NULL AND status IN ('shipped', 'cancelled', 'refused', 'skipped', 'manual')
    ORDER BY changed_at LIMIT ?`)
  const eraseOrder = db.prepare<{ id: number; at: string; prepaidLabel: string | null; endReason: string | null }>(`
    UPDATE orders SET buyer = NULL, erased_at = @at, prepaid_label = @prepaidLabel, end_reason = @endReason, revision = revision + 1
    WHERE id = @id`)
  const eraseComments = db.prepare<[number]>("UPDATE items SET negotiation_comment = '' WHERE order_id = ?")
  const eraseRaw = db.prepare<[number]>('DELETE FROM order_sources WHERE order_id = ?')

  const erase = db.transaction((orderId: number, at: string): void => {
    const order = get(orderId)
    if (order === null) return
    const words = order.buyer === null ? new Set<string>() : tellingWords(order.buyer)
    eraseOrder.run({
      id: orderId,
      at,
      prepaidLabel: order.prepaidLabel === null ? null : toJson(withoutLinks(order.prepaidLabel)),
      endReason: order.endReason !== null && tells(order.endReason, words) ? '' : order.endReason,
    })
    eraseComments.run(orderId)
    eraseRaw.run(orderId)
    scrub(orderId, words, postcodesOf(order.buyer))
    search.update(orderId, { ...order, buyer: null })
    seal.noteErasure()
  })

  return {
    /** Orders of the buyer whose names, login, e-mail or phone hold all these words, each as a whole word. */
    withBuyer: (words: string): readonly Order[] =>
      selectBuyers
        .all()
        .filter(({ buyer }) => isBuyer(fromJson<Buyer>(buyer), words))
        .flatMap(({ id }) => get(id) ?? []),
    /** Over for us (ended, skipped or the seller's), not erased, and without a change at the marketplace since; oldest change first. */
    dueForErasure: (before: string, limit: number): readonly Order[] => selectDue.all(before, limit).map(fromRecord),
    /** The order itself stays, so that it is never imported again. After the last one, `sealErasure` takes the words off the disk. */
    eraseBuyer: (orderId: number, at: string): void => erase.immediate(orderId, at),
    sealErasure: seal.sealErasure,
  }
}

/** The page behind it shows the address. */
const withoutLinks = ({ trackingNumber }: PrepaidLabel): PrepaidLabel => ({ url: '', trackingNumber, trackingUrl: '' })

const postcodesOf = (buyer: Buyer | null): readonly string[] =>
  buyer === null
    ? []
    : [buyer.billing, buyer.delivery, buyer.corrected, buyer.relayPoint].flatMap((person) =>
        person === null || person.postcode === '' ? [] : [person.postcode],
      )
