import { z } from 'zod'
import type { OrderToPlace } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { askedCents, isRounding } from './correct-cents.ts'
import { HALF_STATES } from './facts.ts'
import { findByReference } from './find-orders.ts'
import { totalOf, unitsLeft } from './mapping.ts'
import type { Order } from './order.ts'

/** An order that was saved and never paid: what a creation that broke off leaves behind (woocommerce.md 2.6). */
export const isHalf = ({ status, date_paid_gmt }: Order): boolean => HALF_STATES.has(status) && date_paid_gmt === null

/** Everything asked for stands in it, at prices that only rounding may have moved: it lacks nothing but its payment. */
export const lacksNothing = (order: Order, asked: OrderToPlace, side: string): boolean => {
  const there = countBySku(unitsLeft(order, []))
  const wanted = countBySku(asked.lines)
  const hasAll = [...new Set([...there.keys(), ...wanted.keys()])].every((sku) => there.get(sku) === wanted.get(sku))
  const isClose = isRounding(askedCents(asked) - totalOf(order, side), asked)
  return hasAll && isClose && order.shipping.postcode !== ''
}

/** Deletes what a creation that was refused left behind. Nothing was paid, nothing was taken off the shelf. */
export const removeLeftovers = async (api: Api, reference: string): Promise<void> => {
  for (const order of (await findByReference(api, reference)).filter(isHalf)) await removeOrder(api, order)
}

export const removeOrder = async (api: Api, { id }: Order): Promise<void> => {
  await api.remove(`orders/${id}`, z.object({ id: z.number() }))
}

const countBySku = (
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>()
  for (const { sku, quantity } of lines) counted.set(sku, (counted.get(sku) ?? 0) + quantity)
  return counted
}
