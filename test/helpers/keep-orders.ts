import type { Repositories } from '../../src/main/db/repositories.ts'
import type { Order } from '../../src/main/domain/order.ts'
import { aNewOrder } from './an-order.ts'

/** Puts orders of any status into the database, as if they had walked there, and returns them as they are stored. */
export const keepOrders = ({ orders }: Pick<Repositories, 'orders'>, ...wanted: readonly Order[]): readonly Order[] =>
  wanted.map((order) => {
    const { status: _, skippedReason: __, ...facts } = order
    const [inserted] = orders.insertNew([aNewOrder({ ...facts, status: 'imported' })])
    if (inserted === undefined) throw new Error(`Order ${order.reference} is there already`)
    return orders.save({ ...order, id: inserted.id, revision: inserted.revision })
  })
