import { readFulfillments } from './fulfillments.ts'
import type { Order } from './order.ts'
import type { Shop } from './shop.ts'
import { trackedParcels } from './tracking.ts'

/** True once a part of an open order has left, or a parcel has its number: nobody takes that back by a call. */
export const hasBegunShipping = async (shop: Shop, order: Order): Promise<boolean> =>
  trackedParcels(order, shop.trackingMeta).length > 0 || (await readFulfillments(shop.api, order)).length > 0
