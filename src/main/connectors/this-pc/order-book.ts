import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { ParcelContent } from '../../domain/parcel.ts'
import { isTestReference, type OrderToPlace, type PlacedLine } from '../sockets/back-office.ts'
import type { Clock, Records } from '../sockets/ports.ts'
import type { Catalogue, SkuSource } from './catalogue.ts'
import { type Change, unshipped } from './order-moves.ts'
import { StoredBuyer, StoredOrder } from './stored-order.ts'

/** An order with its buyer; null once forgotten. */
export type KeptOrder = StoredOrder & { readonly buyer: StoredBuyer | null }

export type OrderBook = ReturnType<typeof createOrderBook>

/** The orders in the records. Each change of an order and of the stock it moves is one transaction. */
export const createOrderBook = (records: Records, catalogue: Catalogue, clock: Pick<Clock, 'nowIso'>) => {
  const withBuyer = (order: StoredOrder): KeptOrder => ({
    ...order,
    buyer: records.read(buyerKey(order.reference), StoredBuyer),
  })

  const get = (reference: string): KeptOrder | null => {
    const order = records.read(orderKey(reference), StoredOrder)
    return order === null ? null : withBuyer(order)
  }

  // Open orders have keys of their own, so that reading them does not walk through years of history.
  const write = ({ reference, ...rest }: StoredOrder): void => {
    records.save(orderKey(reference), StoredOrder.parse({ reference, ...rest }))
    if (rest.state === 'open') records.save(openKey(reference), { reference })
    else records.remove(openKey(reference))
  }

  const takeLine = (line: PlacedLine, source: SkuSource): StoredOrder['lines'][number] => {
    const [product, other] = catalogue.withCode(line.sku, source)
    if (product === undefined) throw refused(`SKU ${line.sku} not found in This PC.`)
    if (other !== undefined) throw refused(`SKU ${line.sku} stands for several products of This PC.`)
    return { ...toLine(line), productSku: product.sku, taken: catalogue.take(product.sku, line.quantity) }
  }

  const restock = (back: readonly ParcelContent[]): void => {
    for (const { sku, quantity } of back) catalogue.giveBack(sku, quantity)
  }

  return {
    get,
    /** Oldest first. */
    list(which: 'open' | 'all'): readonly KeptOrder[] {
      const orders =
        which === 'all'
          ? records.list(orderKey(''), StoredOrder).map(({ value }) => withBuyer(value))
          : records.list(openKey(''), OpenEntry).flatMap(({ value: { reference } }) => get(reference) ?? [])
      return orders.toSorted((one, other) => (one.placedAt < other.placedAt ? -1 : 1))
    },
    /** One order per reference: placing again answers with the order that is there. A test order takes nothing off the stock. */
    place(asked: OrderToPlace, source: SkuSource): KeptOrder {
      return records.together(() => {
        const known = get(asked.reference)
        if (known !== null) return known
        const isTest = isTestReference(asked.reference)
        const lines = asked.lines.map((line) => (isTest ? toLine(line) : takeLine(line, source)))
        const buyer = toBuyer(asked)
        const order = toOrder(asked, lines, clock.nowIso())
        records.save(buyerKey(order.reference), buyer)
        write(order)
        return { ...order, buyer }
      })
    },
    /** Applies a change to an order that must be there. */
    change(reference: string, apply: (order: StoredOrder, now: string) => Change): KeptOrder {
      return records.together(() => {
        const known = get(reference)
        if (known === null) throw refused(`${reference} is not among the orders of This PC.`)
        const { buyer, ...stored } = known
        const { order, back } = apply(stored, clock.nowIso())
        restock(back)
        write(order)
        return { ...order, buyer }
      })
    },
    /** Deletes an order; what it took and did not ship goes back. Safe to repeat. */
    remove(reference: string): void {
      records.together(() => {
        const order = get(reference)
        if (order === null) return
        restock(unshipped(order))
        for (const key of [orderKey, openKey, buyerKey]) records.remove(key(reference))
      })
    },
    /** Forgets who bought; also every link (it may hold the postcode) and every reason (somebody typed it). */
    forgetBuyer(reference: string): void {
      records.together(() => {
        const order = records.read(orderKey(reference), StoredOrder)
        records.remove(buyerKey(reference))
        if (order === null) return
        const parcels = order.parcels.map((parcel) => ({ ...parcel, trackingUrl: null }))
        write({ ...order, parcels, cancelReason: null })
      })
    },
  }
}

const toLine = ({ sku, title, quantity, priceCents }: PlacedLine): StoredOrder['lines'][number] => ({
  sku,
  title,
  quantity,
  priceCents,
  productSku: null,
  taken: 0,
})

const toOrder = (asked: OrderToPlace, lines: StoredOrder['lines'], now: string): StoredOrder => ({
  reference: asked.reference,
  state: 'open',
  purchasedAt: asked.purchasedAt,
  placedAt: now,
  completedAt: null,
  cancelledAt: null,
  cancelReason: null,
  lines,
  shippingCents: asked.shippingCents,
  currency: asked.currency,
  methodId: asked.methodId,
  deliveryMode: asked.deliveryMode,
  parcels: [],
  parcelsBeforeCompletion: 0,
})

const toBuyer = ({ buyerLogin, email, billing, delivery, relayPoint }: OrderToPlace): StoredBuyer => ({
  login: buyerLogin,
  email,
  billing,
  delivery,
  relayPoint,
})

const OpenEntry = z.object({ reference: z.string() })

const orderKey = (reference: string): string => `order/${reference}`
const openKey = (reference: string): string => `open/${reference}`
const buyerKey = (reference: string): string => `buyer/${reference}`

const refused = (message: string): Fault => new Fault('refused', message, { side: 'This PC' })
