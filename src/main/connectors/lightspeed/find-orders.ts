import type { OfficeOrder } from '../sockets/back-office.ts'
import { createCheckouts } from './checkouts.ts'
import type { Desk } from './desk.ts'
import { lookBack } from './look-back.ts'
import { readOrder, toOfficeOrder } from './orders.ts'
import { withOrderId } from './place-order.ts'

/** Every order of this reference: those that our own checkouts became, and those whose internal note bears it. */
export const findOrders = async (desk: Desk, reference: string): Promise<readonly OfficeOrder[]> => {
  const draft = await withOrderId(desk, createCheckouts(desk.api), reference)
  const ours = draft === null ? [] : [...draft.earlier, ...(draft.orderId === null ? [] : [draft.orderId])]
  const found: OfficeOrder[] = []
  for (const id of new Set([...ours, ...(await lookBack(desk, reference))])) {
    const order = await readOrder(desk, id)
    if (order !== null) found.push(await toOfficeOrder(desk, reference, order))
  }
  return found
}
