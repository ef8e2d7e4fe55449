import type { OrderKey } from '../connectors/sockets/back-office.ts'
import { backOfficeReference } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { minutes } from './corridor.ts'
import { onEach } from './for-each-order.ts'
import { noteProgress } from './note-progress.ts'
import { perOffice, type StepTally } from './per-office.ts'

/** How long after its end an order is still looked at: for codes that come late or change, for cancelled ones that come back to life. */
const LOOKED_AFTER = minutes(60 * 24 * 7)

export interface ReadShipments extends StepTally {
  /** Orders the back office shows as cancelled: the cancel step reads them again before it acts. */
  readonly cancelledThere: readonly number[]
}

/** Asks each back office about all its open orders at once, and keeps what left, what waits and what was cancelled. */
export const readShipments = async (corridor: Corridor): Promise<ReadShipments> => {
  const cancelledThere: number[] = []
  const tally = await perOffice(corridor, watchedOrders(corridor), async (orders, backOfficeId) => {
    const keys = orders.map((order) => orderKey(corridor, order)).filter((key) => key !== null)
    const progress = await corridor.office(backOfficeId).backOffice.readShipments(keys)
    const seen = new Map(orders.map(({ id, backOfficeRef }) => [id, progress.get(backOfficeRef ?? '')]))
    for (const [id, its] of seen) if (its?.state === 'cancelled') cancelledThere.push(id)
    return onEach(corridor, 'read-shipments', seen.keys(), async (order) => {
      const its = seen.get(order.id)
      return its === undefined ? 'stayed' : noteProgress(corridor, order, its)
    })
  })
  return { ...tally, cancelledThere }
}

const watchedOrders = ({ connection, repositories, time }: Corridor): readonly Order[] => {
  const offices = new Set(repositories.backOffices.list().map(({ id }) => id))
  const ended = repositories.orders.endedSince(connection.id, new Date(time.now() - LOOKED_AFTER).toISOString())
  return [
    ...repositories.orders.inStatus(connection.id, 'placed'),
    ...repositories.orders.inStatus(connection.id, 'waiting'),
    ...repositories.orders.inStatus(connection.id, 'dispatched'),
    // A back office may be removed once none of its orders is open: nobody asks it about those that ended.
    ...ended.filter(({ backOfficeId }) => backOfficeId !== null && offices.has(backOfficeId)),
  ]
}

/** How the back office knows an order; null before it has one. */
export const orderKey = ({ connection }: Pick<Corridor, 'connection'>, order: Order): OrderKey | null =>
  order.backOfficeRef === null
    ? null
    : { backOfficeRef: order.backOfficeRef, reference: backOfficeReference(connection, order.reference) }
