import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { endCancellations } from './cancel-order.ts'
import { toProgress } from './mapping.ts'
import { readOrders } from './orders.ts'
import type { Desk } from './settings.ts'

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

/** All of them in one call for each 500 (shopware.md 3). */
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
  const progress = new Map(orders.map((order) => [order.id, toProgress(order, desk.settings)]))
  return new Map(keys.map(({ backOfficeRef }) => [backOfficeRef, progress.get(backOfficeRef) ?? GONE]))
}
