import type { Buyer } from '../domain/address.ts'
import type { Order } from '../domain/order.ts'
import type { Database } from './open-database.ts'

type Searchable = Pick<Order, 'reference' | 'backOfficeNumber' | 'buyer' | 'items'>

/** The words by which an order is found: its numbers, its buyer, its SKUs and its tracking numbers. */
export function createOrderSearch(db: Database) {
  const insert = db.prepare<[number, string, string, string]>(
    "INSERT INTO order_search (rowid, reference, buyer, sku, tracking) VALUES (?, ?, ?, ?, '')",
  )
  const update = db.prepare<{ orderId: number; numbers: string; buyer: string; skus: string }>(`
    UPDATE order_search SET reference = @numbers, buyer = @buyer, sku = @skus
    WHERE rowid = @orderId AND (reference <> @numbers OR buyer <> @buyer OR sku <> @skus)`)
  const updateTracking = db.prepare<{ orderId: number }>(`
    UPDATE order_search
    SET tracking = (SELECT coalesce(group_concat(tracking_number, ' '), '') FROM shipments WHERE order_id = @orderId)
    WHERE rowid = @orderId`)

  return {
    insert: (orderId: number, order: Searchable): void => {
      insert.run(orderId, numbersOf(order), wordsOf(order.buyer), skusOf(order))
    },
    update: (orderId: number, order: Searchable): void => {
      update.run({ orderId, numbers: numbersOf(order), buyer: wordsOf(order.buyer), skus: skusOf(order) })
    },
    /** After a shipment was added or changed. */
    updateTracking: (orderId: number): void => {
      updateTracking.run({ orderId })
    },
  }
}

/**
 * What somebody typed as a full-text query: every word begins a word of the order. Each is quoted, so that nothing in it is syntax.
 * Null when nothing was typed.
 */
export const toMatch = (typed: string): string | null => {
  const words = typed.split(/[\s\p{Cc}]+/u).filter((word) => word !== '')
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}

const numbersOf = ({ reference, backOfficeNumber }: Searchable): string =>
  backOfficeNumber === null ? reference : `${reference} ${backOfficeNumber}`

const skusOf = ({ items }: Searchable): string => items.map(({ sku }) => sku).join(' ')

const wordsOf = (buyer: Buyer | null): string => {
  if (buyer === null) return ''
  const people = [buyer.billing, buyer.delivery, buyer.corrected, buyer.relayPoint]
  const names = people.flatMap((person) => (person === null ? [] : [`${person.firstName} ${person.lastName}`]))
  return [...new Set([...names, buyer.login, buyer.email])].join(' ')
}
