import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { toNewParcel } from './new-parcel.ts'
import { toOfficeOrder } from './order-parcels.ts'
import { refuseTwoWays } from './own-rakuten-app.ts'
import { findProducts } from './products.ts'
import { readParcel, type Warehouse } from './warehouse.ts'

const Created = z.looseObject({ id: z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String) })

/** One call makes the parcel (cubyn.md 2); what must not leave is refused before it, and what was made is read back after it. */
export const placeOrder = async (warehouse: Warehouse, order: OrderToPlace): Promise<PlacedOrder> => {
  const { api, side } = warehouse
  const { body, notes } = toNewParcel(order, warehouse)
  await refuseUnknownSkus(warehouse, order)
  await refuseTwoWays(warehouse, order.reference)
  const { id } = await api.post('/parcels', body, Created)
  return inDoubt(async () => {
    const main = await readParcel(warehouse, id)
    if (main === null)
      throw new Fault('unreadable', `${side} took the order as parcel ${id}, and does not show it.`, { side })
    const placed = toOfficeOrder({ main, further: [] }, order.reference, warehouse)
    return notes.length === 0 ? placed : { ...placed, notes }
  })
}

/** Nobody knows what Cubyn does with a SKU it does not have: a parcel without goods, at worst (pitfall 3). */
const refuseUnknownSkus = async (warehouse: Warehouse, { lines }: OrderToPlace): Promise<void> => {
  const { side } = warehouse
  for (const sku of new Set(lines.map((line) => line.sku))) {
    const [product] = await findProducts(warehouse, sku)
    if (product === undefined) throw new Fault('refused', `SKU ${sku} not found in ${side}.`, { side, detail: { sku } })
  }
}
