import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { PAGE_SIZE } from './facts.ts'
import { unitsLeft } from './mapping.ts'
import { ORDER_FIELDS, Order } from './order.ts'
import { forgetOldDetails, readDetails } from './order-details.ts'
import type { Shop } from './shop.ts'
import { trackedParcels } from './tracking.ts'

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

/** How many orders get on: a call for every hundred, and one for each that was refunded in part or fulfilled by WooCommerce's own feature. */
export const readShipments = async (
  shop: Shop,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  const refs = [...new Set(keys.map(({ backOfficeRef }) => backOfficeRef))]
  const orders = await readOrders(shop, refs.filter(isId))
  const progress = new Map<string, OfficeProgress>()
  for (const ref of refs) {
    const order = orders.get(ref)
    progress.set(ref, order === undefined ? GONE : await progressOf(shop, order))
  }
  forgetOldDetails(shop)
  return progress
}

/** An order by its id, from wherever it is; null when it is not there any more. */
export const findOrder = async ({ api }: Shop, ref: string): Promise<Order | null> => {
  if (!isId(ref)) return null
  try {
    return await api.get(`orders/${ref}`, { _fields: ORDER_FIELDS }, Order)
  } catch (error) {
    if (isFault(error) && error.detail['code'] === 'woocommerce_rest_shop_order_invalid_id') return null
    throw error
  }
}

const isId = (ref: string): boolean => /^[1-9]\d*$/.test(ref)

const readOrders = async (shop: Shop, refs: readonly string[]): Promise<ReadonlyMap<string, Order>> => {
  const orders = new Map<string, Order>()
  for (let from = 0; from < refs.length; from += PAGE_SIZE) {
    const include = refs.slice(from, from + PAGE_SIZE).join(',')
    const filter = { include, status: 'any', _fields: ORDER_FIELDS }
    for (const order of await shop.api.list('orders', filter, z.array(Order))) orders.set(String(order.id), order)
  }
  // One in the bin, or of a state that a plugin keeps out of lists, is missing there: gone is what is told one by one (woocommerce.md 3.1).
  for (const ref of refs.filter((one) => !orders.has(one))) {
    const order = await findOrder(shop, ref)
    if (order !== null) orders.set(ref, order)
  }
  return orders
}

const progressOf = async (shop: Shop, order: Order): Promise<OfficeProgress> => {
  const state = shop.stateOf(order)
  if (state === 'gone') return GONE
  if (state === 'cancelled') return { state, parcels: trackedParcels(order, shop.trackingMeta), lines: null }
  const { fulfilled, refunds } = await readDetails(shop, order, state)
  const hasNumber = fulfilled.some(({ trackingNumber }) => trackingNumber !== null)
  const tracked = hasNumber ? [] : trackedParcels(order, shop.trackingMeta)
  return { state, parcels: tracked.length > 0 ? tracked : fulfilled, lines: unitsLeft(order, refunds) }
}
