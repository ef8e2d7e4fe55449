import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import { PAGE_SIZE } from './facts.ts'
import { newestParcels } from './find-parcels.ts'
import { type OrderParcels, ordersAmong, toProgress } from './order-parcels.ts'
import type { CubynParcel } from './parcel.ts'
import { readParcel, type Warehouse } from './warehouse.ts'

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

/** How orders get on: pages of the newest parcels for as long as they hold some of ours, the others one by one (cubyn.md 3). */
export const readShipments = async (
  warehouse: Warehouse,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  const refs = new Set(keys.map(({ backOfficeRef }) => backOfficeRef))
  const parcels = await readNewest(warehouse, refs)
  for (const ref of refs) {
    if (parcels.has(ref)) continue
    const parcel = await readParcel(warehouse, ref)
    if (parcel !== null) parcels.set(ref, parcel)
  }
  const byReference = Map.groupBy(parcels.values(), ({ orderRef }) => orderRef)
  const progress = new Map<string, OfficeProgress>()
  for (const ref of refs) {
    const parcel = parcels.get(ref)
    const order = parcel === undefined ? null : orderOf(parcel, byReference)
    if (order !== null) warehouse.left.note([order.main, ...order.further])
    progress.set(ref, order === null ? GONE : toProgress(order, warehouse))
  }
  return progress
}

const orderOf = (
  parcel: CubynParcel,
  byReference: ReadonlyMap<string | null, readonly CubynParcel[]>,
): OrderParcels => {
  const others = parcel.orderRef === null ? [] : (byReference.get(parcel.orderRef) ?? [])
  return ordersAmong(others).find(({ main }) => main.id === parcel.id) ?? { main: parcel, further: [] }
}

/** Parcels by id, ours and those between. A page without any of ours costs as much as one of ours by itself: no more of them than are left. */
const readNewest = async (warehouse: Warehouse, refs: ReadonlySet<string>): Promise<Map<string, CubynParcel>> => {
  const parcels = new Map<string, CubynParcel>()
  const missing = new Set([...refs].filter((ref) => /^[1-9]\d*$/.test(ref)))
  const oldest = Math.min(...[...missing].map(Number))
  for (let offset = 0, inVain = 0; missing.size > inVain; offset += PAGE_SIZE) {
    const page = await newestParcels(warehouse, offset)
    const before = missing.size
    for (const parcel of page) {
      parcels.set(parcel.id, parcel)
      missing.delete(parcel.id)
    }
    if (missing.size === before) inVain += 1
    if (page.length < PAGE_SIZE || page.some(({ id }) => Number(id) < oldest)) break
  }
  return parcels
}
