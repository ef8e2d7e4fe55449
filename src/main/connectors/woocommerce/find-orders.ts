import { z } from 'zod'
import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { CREATED_VIA } from './facts.ts'
import { bears, toOfficeOrder } from './mapping.ts'
import { ORDER_FIELDS, Order } from './order.ts'
import { readRefunds } from './refunds.ts'
import type { Shop } from './shop.ts'

const Orders = z.array(Order)

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

/** Our orders of the last days; none where WooCommerce does not keep who created an order, and answers with all there are (2.3). */
const latestOfOurs = async (api: Api): Promise<readonly Order[]> => {
  const { records, clock } = api.ports
  const ignoredAt = records.read(IGNORES_CREATED_VIA, z.number())
  if (ignoredAt !== null && clock.now() - ignoredAt < A_DAY) return []
  const after = new Date(clock.now() - 2 * A_DAY).toISOString().slice(0, 19)
  const filter = { created_via: CREATED_VIA, after, dates_are_gmt: 'true', status: 'any', _fields: ORDER_FIELDS }
  const ours: Order[] = []
  for await (const page of api.pages('orders', filter, Orders)) {
    if (page.some(({ created_via }) => created_via !== CREATED_VIA)) {
      records.save(IGNORES_CREATED_VIA, clock.now())
      return []
    }
    ours.push(...page)
  }
  return ours
}

/** When the shop was seen to ignore the filter; it may be brought up to date. */
const IGNORES_CREATED_VIA = 'ignores-created-via'
const A_DAY = 24 * 3_600_000

/** The same in the words of the socket. */
export const findOrders = async (shop: Shop, reference: string): Promise<readonly OfficeOrder[]> => {
  const found: OfficeOrder[] = []
  for (const order of await findByReference(shop.api, reference)) {
    found.push(toOfficeOrder(order, await readRefunds(shop.api, order), shop, reference))
  }
  return found
}
