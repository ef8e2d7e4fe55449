import { z } from 'zod'
import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { CREATED_VIA } from './facts.ts'
import { bears, toOfficeOrder } from './mapping.ts'
import { ORDER_FIELDS, Order } from './order.ts'
import { readRefunds } from './refunds.ts'
import type { Shop } from './shop.ts'

const Orders = z.array(Order)
const TWO_DAYS = 2 * 24 * 3_600_000

/** Set once an order of ours was told to be created via us: only then is that a filter, and not ignored (woocommerce.md 2.3). */
export const KEEPS_CREATED_VIA = 'created-via'

/**
 * Every order of the shop that bears the reference, in the bin or not (woocommerce.md 2.6): searched by the title of its shipping line and,
 * where WooCommerce keeps who created an order, among our latest as well, for shops that search otherwise.
 */
export const findByReference = async (api: Api, reference: string): Promise<readonly Order[]> => {
  const searched = { search: reference, _fields: ORDER_FIELDS }
  const lists = [
    await api.list('orders', { ...searched, status: 'any' }, Orders),
    await api.list('orders', { ...searched, status: 'trash' }, Orders),
    await latestOfOurs(api),
  ]
  const found = lists.flat().filter((order) => bears(order, reference))
  return [...new Map(found.map((order) => [order.id, order])).values()]
}

const latestOfOurs = async (api: Api): Promise<readonly Order[]> => {
  const { records, clock } = api.ports
  if (records.read(KEEPS_CREATED_VIA, z.boolean()) !== true) return []
  const after = new Date(clock.now() - TWO_DAYS).toISOString().slice(0, 19)
  const filter = { created_via: CREATED_VIA, after, dates_are_gmt: 'true', status: 'any' }
  return api.list('orders', { ...filter, _fields: ORDER_FIELDS }, Orders)
}

/** The same in the words of the socket. */
export const findOrders = async (shop: Shop, reference: string): Promise<readonly OfficeOrder[]> => {
  const found: OfficeOrder[] = []
  for (const order of await findByReference(shop.api, reference)) {
    found.push(toOfficeOrder(order, await readRefunds(shop.api, order), shop, reference))
  }
  return found
}
