import { Fault, isFault } from '../../domain/fault.ts'
import { isTestReference, type OfficeOrder, type OrderToPlace, type PlacedOrder } from '../sockets/back-office.ts'
import { correctCents } from './correct-cents.ts'
import { draftOrder } from './draft-order.ts'
import { isHalf, lacksNothing, removeLeftovers, removeOrder } from './half-orders.ts'
import { toOfficeOrder } from './mapping.ts'
import { ORDER_FIELDS, Order } from './order.ts'
import { withOutcome } from './outcome.ts'
import { readRefunds } from './refunds.ts'
import type { Shop } from './shop.ts'

/** Creates the order in one call (woocommerce.md 2.3), brings its total back to the cent, and reads it back. */
export const placeOrder = async (shop: Shop, asked: OrderToPlace): Promise<PlacedOrder> => {
  const draft = await withOutcome('not-done', () => draftOrder(shop, asked))
  const created = await create(shop, draft, asked.reference)
  return withOutcome('unknown', () => correctedAndReadBack(shop, asked, created))
}

/** Pays and corrects what a creation that was cut short left; where that lacks something, it makes way for a whole one. Safe to repeat. */
export const finishOrder = async (shop: Shop, asked: OrderToPlace, found: OfficeOrder): Promise<PlacedOrder> => {
  const order = await readOrder(shop, found.backOfficeRef)
  if (!isHalf(order) || isTestReference(asked.reference)) return correctedAndReadBack(shop, asked, order)
  if (lacksNothing(order, asked, shop.side)) {
    const paid = await shop.api.post(`orders/${order.id}`, { status: 'processing' }, Order)
    return correctedAndReadBack(shop, asked, paid)
  }
  if (mayBeInTheMaking(order, shop)) {
    const message = `${shop.side} may still be working on order ${order.number}: it is looked at again.`
    throw new Fault('stale', message, { side: shop.side, outcome: 'unknown' })
  }
  await removeOrder(shop.api, order)
  return placeOrder(shop, asked)
}

const create = async ({ api }: Shop, draft: unknown, reference: string): Promise<Order> => {
  try {
    return await api.post('orders', draft, Order)
  } catch (error) {
    // A refusal may leave half an order behind (2.6); until that is gone, something was done.
    if (isFault(error, 'refused')) await withOutcome('unknown', () => removeLeftovers(api, reference))
    throw error
  }
}

const correctedAndReadBack = async (shop: Shop, asked: OrderToPlace, created: Order): Promise<PlacedOrder> => {
  const { order, notes } = await correctCents(shop.api, asked, created)
  const readBack = await readOrder(shop, String(order.id))
  const placed = toOfficeOrder(readBack, await readRefunds(shop.api, readBack), shop, asked.reference)
  return notes.length === 0 ? placed : { ...placed, notes }
}

const readOrder = ({ api }: Shop, id: string): Promise<Order> =>
  api.get(`orders/${id}`, { _fields: ORDER_FIELDS }, Order)

const TEN_MINUTES = 10 * 60_000

/** PHP goes on after we stopped waiting: an order that young is not taken away from under it. */
const mayBeInTheMaking = ({ date_created_gmt }: Order, { api }: Shop): boolean =>
  date_created_gmt !== null && api.ports.clock.now() - Date.parse(`${date_created_gmt}Z`) < TEN_MINUTES
