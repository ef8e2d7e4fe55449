import { isFault } from '../../domain/fault.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import { where } from './criteria.ts'
import { FINAL_STATES, IDS_AT_ONCE, LARGEST_PAGE } from './facts.ts'
import { NOT_FOUND } from './judge.ts'
import { toOfficeOrder } from './mapping.ts'
import { OpenOrder, Order, OrderSkus, OrderState } from './schemas.ts'
import type { Desk } from './settings.ts'

const ITEM =
  'item_id,parent_item_id,sku,ext_order_item_id,product_type,qty_ordered,qty_invoiced,qty_shipped,qty_canceled,qty_refunded'
const WHOLE = `entity_id,increment_id,ext_order_id,state,status,grand_total,items[${ITEM}],extension_attributes[shipping_assignments[shipping[address[postcode]]]]`

/** One order as it stands; null when it is not there. */
export const readOrder = async ({ calls }: Desk, ref: string): Promise<Order | null> => {
  try {
    return await calls.call(
      { path: `orders/${encodeURIComponent(ref)}`, query: `fields=${encodeURIComponent(WHOLE)}` },
      Order,
    )
  } catch (error) {
    if (isFault(error, 'refused') && error.detail['code'] === NOT_FOUND) return null
    throw error
  }
}

/** Every order under exactly this reference; the shop's own comparison knows neither case nor blanks at the end. */
export const findOrders = async ({ lists, settings }: Desk, reference: string): Promise<readonly OfficeOrder[]> => {
  const orders = await lists.byId(
    'orders',
    Order,
    {
      id: 'entity_id',
      groups: [where('ext_order_id', 'eq', reference)],
      pageSize: IDS_AT_ONCE,
      fields: `items[${WHOLE}],total_count`,
    },
    ({ entity_id }) => entity_id,
  )
  return orders.filter(({ ext_order_id }) => ext_order_id === reference).map((order) => toOfficeOrder(order, settings))
}

/** How these orders stand, in one call; those that are not there are left out. */
export const readStates = ({ lists }: Desk, refs: readonly string[]): Promise<readonly OrderState[]> =>
  lists.only('orders', OrderState, {
    groups: [where('entity_id', 'in', refs.join(','))],
    pageSize: IDS_AT_ONCE,
    fields: `items[entity_id,state,status,items[${ITEM}]],total_count`,
  })

/** All orders of the shop that may still wait for units (2.5). */
export const readOpenOrders = ({ lists }: Desk): Promise<readonly OpenOrder[]> =>
  lists.byId(
    'orders',
    OpenOrder,
    {
      id: 'entity_id',
      groups: [where('state', 'nin', FINAL_STATES.join(','))],
      pageSize: LARGEST_PAGE,
      fields: `items[entity_id,items[${ITEM}]],total_count`,
    },
    ({ entity_id }) => entity_id,
  )

/** Orders that came through the service behind this one, ours and other tools', by ascending id: what they touched. */
export const readOutsideOrders = ({ lists }: Desk, behind: number): Promise<readonly OrderSkus[]> =>
  lists.byId(
    'orders',
    OrderSkus,
    {
      id: 'entity_id',
      groups: [where('ext_order_id', 'notnull', 1), where('entity_id', 'gt', behind)],
      pageSize: LARGEST_PAGE,
      fields: 'items[entity_id,items[sku]],total_count',
    },
    ({ entity_id }) => entity_id,
  )
