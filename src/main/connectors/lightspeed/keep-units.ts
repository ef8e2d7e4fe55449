import type { ParcelContent } from '../../domain/parcel.ts'
import type { OrderKey } from '../sockets/back-office.ts'
import { credit } from './credit.ts'
import type { Desk } from './desk.ts'
import { type Line, readLines } from './order-lines.ts'
import { readOrder } from './orders.ts'
import { hasBegunShipping, stateOf } from './states.ts'

/**
 * Credits every unit but these. Reckoned from what the order still holds, so that saying it twice takes nothing more out; read back, because
 * a shop may take less than it was asked to.
 */
export const keepUnits = async (
  desk: Desk,
  { backOfficeRef }: OrderKey,
  stay: readonly ParcelContent[],
): Promise<'kept' | 'cannot'> => {
  const order = await readOrder(desk, Number(backOfficeRef))
  if (order === null || stateOf(order, desk.settings) !== 'open' || hasBegunShipping(order)) return 'cannot'
  const units = toTakeOut(await readLines(desk, order), stay)
  if (units === null) return 'cannot'
  await credit(desk, { orderId: order.id, units, isAll: false })
  if (units.length === 0) return 'kept'
  const after = await readOrder(desk, order.id)
  const left = after === null ? null : toTakeOut(await readLines(desk, after), stay)
  return left?.length === 0 ? 'kept' : 'cannot'
}

/** Null: the order holds fewer than are to stay. */
const toTakeOut = (
  lines: readonly Line[],
  stay: readonly ParcelContent[],
): readonly { readonly line: Line; readonly quantity: number }[] | null => {
  const left = new Map<string, number>()
  for (const { sku, quantity } of stay) left.set(sku, (left.get(sku) ?? 0) + quantity)
  const taken = lines.flatMap((line) => {
    const stays = Math.min(line.units, left.get(line.code) ?? 0)
    left.set(line.code, (left.get(line.code) ?? 0) - stays)
    return line.units === stays ? [] : [{ line, quantity: line.units - stays }]
  })
  return [...left.values()].some((missing) => missing > 0) ? null : taken
}
