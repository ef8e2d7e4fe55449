import { createBuyerErasure } from './buyer-erasure.ts'
import { createNewOrders } from './new-orders.ts'
import type { Database } from './open-database.ts'
import { createOrderFigures } from './order-figures.ts'
import { createOrderList } from './order-list.ts'
import { createOrderReading } from './order-reading.ts'
import { createOrderSaving } from './order-saving.ts'
import { createUnitsHeld } from './units-held.ts'

export type { NewOrder } from './new-orders.ts'
export type { OrderFilter, OrderTab } from './order-filter.ts'
export type { OrderQuery, OrderSort, OrderSummary } from './order-list.ts'
export type { Deadline, OpenReference, OrderPage } from './order-reading.ts'
export type { UnitsHeld } from './units-held.ts'
export type OrdersRepository = ReturnType<typeof createOrdersRepository>

/** Everything that is kept about orders; each part says what it is for. */
export const createOrdersRepository = (db: Database) => ({
  ...createNewOrders(db),
  ...createOrderReading(db),
  ...createOrderSaving(db),
  ...createUnitsHeld(db),
  ...createOrderFigures(db),
  ...createOrderList(db),
  ...createBuyerErasure(db),
})
