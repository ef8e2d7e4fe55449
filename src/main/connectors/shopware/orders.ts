import { isFault } from '../../domain/fault.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Criteria } from './api.ts'
import { CODES, MOST_GENERATIONS, REFERENCE_FIELD } from './facts.ts'
import { idsOf } from './ids.ts'
import { toOfficeOrder } from './mapping.ts'
import { portions, searchAll } from './paging.ts'
import type { Desk } from './settings.ts'
import { Order } from './shapes.ts'

const STATE = { stateMachineState: {} } as const

/** What is read of an order. From 6.6 on its states come only when they are asked for (shopware.md 3). */
const WHOLE = {
  associations: {
    ...STATE,
    lineItems: {},
    transactions: { associations: STATE },
    deliveries: { associations: { ...STATE, shippingMethod: {}, shippingOrderAddress: {} } },
  },
  includes: {
    order: [
      'id',
      'orderNumber',
      'amountTotal',
      'customFields',
      'stateMachineState',
      'deliveries',
      'lineItems',
      'transactions',
    ],
    order_delivery: [
      ...['id', 'trackingCodes', 'shippingCosts', 'stateMachineState', 'shippingMethod', 'shippingOrderAddress'],
      'positions',
    ],
    order_delivery_position: ['orderLineItemId', 'quantity'],
    order_address: ['zipcode'],
    order_line_item: ['id', 'parentId', 'productId', 'type', 'quantity', 'payload'],
    order_transaction: ['id', 'stateMachineState'],
    state_machine_state: ['technicalName'],
    shipping_method: ['id', 'name', 'translated', 'technicalName', 'trackingUrl'],
  },
} as const satisfies Criteria

/** How these orders stand; those that are not there are left out. So many ids are one call, whatever the shop's limit (3). */
export const readOrders = async (
  { api }: Desk,
  ids: readonly string[],
  criteria: Criteria = WHOLE,
): Promise<readonly Order[]> => {
  const orders: Order[] = []
  for (const portion of portions(ids))
    orders.push(...(await api.search('order', { ids: portion, ...criteria }, Order)).data)
  return orders
}

const WITH_CONTENTS = {
  ...WHOLE,
  associations: {
    ...WHOLE.associations,
    deliveries: { associations: { ...WHOLE.associations.deliveries.associations, positions: {} } },
  },
} as const satisfies Criteria

/**
 * The same with what is in which delivery, or null where the integration may not read that: no role of the shop's own has the right to
 * `order_delivery_position` (1), so only orders in several deliveries are asked for it.
 */
export const readContents = async (desk: Desk, ids: readonly string[]): Promise<readonly Order[] | null> => {
  try {
    return await readOrders(desk, ids, WITH_CONTENTS)
  } catch (error) {
    if (isFault(error, 'settings') && error.detail['code'] === CODES.privilege) return null
    throw error
  }
}

/** One order, whichever: shows whether all that is read of one may be read. */
export const readSample = ({ api }: Desk) => api.search('order', { ...WHOLE, limit: 1 }, Order)

/** Null: it is not there. */
export const readOrder = async (desk: Desk, id: string): Promise<Order | null> =>
  (await readOrders(desk, [id])).find((order) => order.id === id) ?? null

/**
 * Every order under exactly this reference. Its number finds it, also after the shop moved to another address, from which its id was made; its
 * id finds it if somebody changed the number. What is not ours may have that number, too: our field tells.
 */
export const findOrders = async (desk: Desk, reference: string): Promise<readonly OfficeOrder[]> => {
  const { api, settings, ports } = desk
  const ids = Array.from({ length: MOST_GENERATIONS }, (_, at) => idsOf(settings.base, reference, at).order)
  const queries = [
    { type: 'equals', field: 'orderNumber', value: reference },
    { type: 'equalsAny', field: 'id', value: ids },
  ] as const
  const filter = [{ type: 'multi', operator: 'or', queries }] as const
  const found = await searchAll(api, ports.side, 'order', { filter, ...WHOLE }, Order)
  return found
    .filter(({ id, customFields }) => ids.includes(id) || customFields?.[REFERENCE_FIELD] === reference)
    .map((order) => toOfficeOrder(desk, order, reference))
}
