import type { OfficeOrder } from '../sockets/back-office.ts'
import { findParcels } from './find-parcels.ts'
import { type OrderParcels, ordersAmong, toOfficeOrder } from './order-parcels.ts'
import type { Warehouse } from './warehouse.ts'

export const ordersUnder = async (warehouse: Warehouse, reference: string): Promise<readonly OrderParcels[]> =>
  ordersAmong(await findParcels(warehouse, reference, (orderRef) => orderRef === reference))

/** Every order under exactly this reference; further parcels of one are no orders of their own. */
export const findOrders = async (warehouse: Warehouse, reference: string): Promise<readonly OfficeOrder[]> =>
  (await ordersUnder(warehouse, reference)).map((order) => toOfficeOrder(order, reference, warehouse))
