import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Desk } from './desk.ts'
import { isMissing } from './errors.ts'
import { linesOf, toSocketLines } from './order-lines.ts'
import { Order } from './schemas.ts'
import { stateOf } from './states.ts'

/** Null: there is no such order. */
export const readOrder = async ({ api, ports }: Desk, id: number): Promise<Order | null> => {
  try {
    const order = await api.one('order', { path: `orders/${id}` }, Order)
    ports.records.save(`created:${order.id}`, order.createdAt)
    return order
  } catch (error) {
    if (isFault(error) && isMissing(error)) return null
    throw error
  }
}

/** When an order was made, as far as we have read it; null otherwise. */
export const createdAt = ({ records }: Desk['ports'], id: string): string | null =>
  records.read(`created:${id}`, z.string())

export const toOfficeOrder = async (desk: Desk, reference: string, order: Order): Promise<OfficeOrder> => ({
  ...{ backOfficeRef: String(order.id), reference, number: order.number || String(order.id), url: null },
  state: stateOf(order, desk.settings),
  totalCents: order.priceIncl,
  lines: toSocketLines(await linesOf(desk, order)),
  postcode: order.addressShippingZipcode || order.addressBillingZipcode || null,
})
