import type { OrderKey } from '../connectors/sockets/back-office.ts'
import { backOfficeReference } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { minutes } from './corridor.ts'
import { onOrder, type Tally } from './for-each-order.ts'
import { noteProgress } from './note-progress.ts'

/** How long after its end an order is still looked at: for codes that come late or change, for cancelled ones that come back to life. */
const LOOKED_AFTER = minutes(60 * 24 * 7)

export interface ReadShipments extends Tally {
  /** Orders the back office shows as cancelled: the cancel step reads them again before it acts. */
  readonly cancelledThere: readonly number[]
}

/** Asks each back office about all its open orders at once, and keeps what left, what waits and what was cancelled. */
export const readShipments = async (corridor: Corridor): Promise<ReadShipments> => {
  const tally = { moved: 0, problems: 0 }
  const cancelledThere: number[] = []
  for (const [backOfficeId, orders] of Map.groupBy(watchedOrders(corridor), (order) => order.backOfficeId)) {
    if (backOfficeId === null) continue
    const keys = orders.map((order) => orderKey(corridor, order)).filter((key) => key !== null)
    const progress = await corridor.office(backOfficeId).backOffice.readShipments(keys)
    for (const { id, backOfficeRef } of orders) {
      const seen = progress.get(backOfficeRef ?? '')
      if (seen === undefined) continue
      if (seen.state === 'cancelled') cancelledThere.push(id)
      const outcome = await onOrder(corridor, 'read-shipments', id, async (order) =>
        noteProgress(corridor, order, seen),
      )
      if (outcome === 'moved') tally.moved += 1
      if (outcome === 'problem') tally.problems += 1
    }
  }
  return { ...tally, cancelledThere }
}

const watchedOrders = ({ connection, repositories, time }: Corridor): readonly Order[] => [
  ...repositories.orders.inStatus(connection.id, 'placed'),
  ...repositories.orders.inStatus(connection.id, 'waiting'),
  ...repositories.orders.inStatus(connection.id, 'dispatched'),
  ...repositories.orders.endedSince(connection.id, new Date(time.now() - LOOKED_AFTER).toISOString()),
]

/** How the back office knows an order; null before it has one. */
export const orderKey = ({ connection }: Pick<Corridor, 'connection'>, order: Order): OrderKey | null =>
  order.backOfficeRef === null
    ? null
    : { backOfficeRef: order.backOfficeRef, reference: backOfficeReference(connection, order.reference) }
