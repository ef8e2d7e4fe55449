import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { endCancellations } from './cancel-order.ts'
import { realDeliveries, toProgress } from './mapping.ts'
import { readContents, readOrders } from './orders.ts'
import type { Desk } from './settings.ts'

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

/** All of them in one call for each 500 (shopware.md 3), and one more if some are in several deliveries. */
export const readShipments = async (
  desk: Desk,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  if (keys.length === 0) return new Map()
  await endCancellations(desk)
  const orders = await readOrders(
    desk,
    keys.map(({ backOfficeRef }) => backOfficeRef),
  )
  const split = orders.filter((order) => realDeliveries(order).length > 1)
  const withContents =
    split.length === 0
      ? []
      : await readContents(
          desk,
          split.map(({ id }) => id),
        )
  const progress = new Map(
    [...orders, ...(withContents ?? [])].map((order) => [order.id, toProgress(order, desk.settings)]),
  )
  return new Map(keys.map(({ backOfficeRef }) => [backOfficeRef, progress.get(backOfficeRef) ?? GONE]))
}
