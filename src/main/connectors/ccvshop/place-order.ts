import { Fault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { draftOrder } from './draft-order.ts'
import { findOrders } from './find-orders.ts'
import { asItStands, readOrder } from './orders.ts'
import { readIntent, type Taken, writeIntent } from './placed.ts'
import { Created } from './schemas.ts'
import { lowerShelves } from './shelf.ts'
import type { Shop } from './shop.ts'
import { watchStock } from './watch-stock.ts'

/** Creates the order in one call, sees to the stock, and reads the order back (ccvshop.md 2). */
export const placeOrder = async (shop: Shop, order: OrderToPlace): Promise<PlacedOrder> => {
  const { body, taken } = await draftOrder(shop, order)
  writeIntent(shop.api, order.reference, taken)
  const created = await shop.api.post('orders/', body, Created)
  return inDoubt(async () => {
    const ref = created === null ? await foundAgain(shop, order.reference) : String(created.id)
    return finished(shop, ref, order.reference, true)
  })
}

/** Sees to the stock for an order whose creation was cut short; safe to repeat. */
export const finishOrder = (shop: Shop, order: OrderToPlace, found: OfficeOrder): Promise<PlacedOrder> =>
  inDoubt(() => finished(shop, found.backOfficeRef, order.reference, false))

const finished = async (shop: Shop, ref: string, reference: string, isFresh: boolean): Promise<PlacedOrder> => {
  const taken = readIntent(shop.api, reference)?.taken ?? []
  const notes = await seenTo(shop, ref, taken, isFresh)
  const order = await readOrder(shop, ref)
  if (order === null)
    throw new Fault('unreadable', `${shop.side} made order ${ref} and does not show it.`, { side: shop.side })
  const placed = await asItStands(shop, order, reference)
  return notes.length === 0 ? placed : { ...placed, notes }
}

const seenTo = async (
  shop: Shop,
  ref: string,
  taken: readonly Taken[],
  isFresh: boolean,
): Promise<readonly string[]> => {
  if (shop.stockFollows === 'no') return lowerShelves(shop, ref, taken, isFresh)
  return isFresh ? watchStock(shop, taken) : []
}

/** 2: some shops create an order and do not show it. */
const foundAgain = async (shop: Shop, reference: string): Promise<string> => {
  const [found, other] = await findOrders(shop, reference)
  if (found !== undefined && other === undefined) return found.backOfficeRef
  const message = `${shop.side} made an order and does not say which: ${found === undefined ? 'none' : 'several'} under ${reference}.`
  throw new Fault('unreadable', message, { side: shop.side })
}
