import { aNewOrder } from '../helpers/an-order.ts'
import type { BenchCorridor } from './bench-corridor.ts'

const AT_ONCE = 5_000

/** Orders of months ago that have ended. */
export const keepPastOrders = ({ navette, connectionId }: BenchCorridor, count: number): void => {
  const { orders } = navette.repositories
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from)
    orders.insertNew(
      Array.from({ length: size }, (_, at) =>
        aNewOrder({
          connectionId,
          reference: String(100_000_000 + from + at),
          status: 'cancelled',
          purchasedAt: '2026-03-02T09:00:00.000Z',
          changedAt: new Date().toISOString(),
          endedAt: '2026-03-03T09:00:00.000Z',
          backOfficeId: 1,
          backOfficeRef: `RKT-${from + at}`,
        }),
      ),
    )
  }
}
