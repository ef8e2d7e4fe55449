import type { OrderKey } from '../sockets/back-office.ts'
import { refundable } from './cancel.ts'
import { codeOfItem, linesOf, stateOf } from './mapping.ts'
import { readOrder } from './orders.ts'
import { refund } from './refund.ts'
import type { Order } from './schemas.ts'
import type { Desk } from './settings.ts'
import { unitsToShip, withoutBoxes } from './shelf.ts'

type Units = readonly { readonly sku: string; readonly quantity: number }[]

/** Takes units out by refunding them; those that were not invoiced, or have left, cannot be taken out one by one (4). */
export const keepUnits = async (
  desk: Desk,
  { backOfficeRef: ref }: OrderKey,
  stay: Units,
): Promise<'kept' | 'cannot'> => {
  const order = await readOrder(desk, ref)
  if (order === null) return 'kept'
  const state = stateOf(order, desk.settings)
  if (state !== 'open') return state === 'cancelled' ? 'kept' : 'cannot'
  const units = unitsToTakeOut(order, stay, desk)
  if (units === null) return 'cannot'
  if (units.size === 0) return 'kept'
  await refund(desk, { ref, units, withShipping: false, comment: 'Cancelled on Rakuten' })
  const after = await readOrder(desk, ref)
  const isDone = after === null || unitsToTakeOut(after, stay, desk)?.size === 0
  return isDone ? 'kept' : 'cannot'
}

/** Rows and the units to refund of each, the last row of a product first; null when not all of them can be. */
const unitsToTakeOut = (order: Order, stay: Units, { settings }: Desk): ReadonlyMap<number, number> | null => {
  const goods = withoutBoxes(order.items)
  const units = new Map<number, number>()
  for (const code of new Set(goods.map((item) => codeOfItem(item, settings.skuSource)))) {
    let left = countOf(linesOf(order.items, settings), code) - countOf(stay, code)
    for (const item of goods.filter((one) => codeOfItem(one, settings.skuSource) === code).toReversed()) {
      const taken = Math.min(left, unitsToShip(item, order.items), refundable(item))
      if (taken <= 0) continue
      units.set(item.item_id, taken)
      left -= taken
    }
    if (left > 0) return null
  }
  return units
}

const countOf = (units: Units, code: string): number =>
  units.filter(({ sku }) => sku === code).reduce((sum, { quantity }) => sum + quantity, 0)
