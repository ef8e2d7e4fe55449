import { z } from 'zod'
import { readShelf } from './find-articles.ts'
import type { Taken } from './placed.ts'
import type { Shop } from './shop.ts'

/** A figure of the shop's stock that we set, written down before it is done. */
const Shift = z.object({ from: z.number(), to: z.number(), done: z.boolean() })
type Shift = z.infer<typeof Shift>

/**
 * Takes the units of an order off the shelves of a shop that does not do it itself, once per order, however often it is asked. Says what was
 * done, for the timeline.
 */
export const lowerShelves = async (shop: Shop, ref: string, taken: readonly Taken[]): Promise<readonly string[]> => {
  const notes: string[] = []
  for (const one of taken) {
    const to = Math.max(0, one.stock - one.units)
    const { shift, wasSet } = await shiftOnce(shop, keyOf('lowered', ref, one), one, { from: one.stock, to })
    notes.push(
      wasSet
        ? `Navette set the stock of ${one.sku} from ${shift.from} to ${shift.to}, as the shop is set to be counted.`
        : `The stock of ${one.sku} went down to ${shift.to} without Navette: does the shop count such orders itself? See the setting "Stock and orders of interfaces".`,
    )
  }
  return notes
}

/** After a cancellation: brings back, or takes off again, what the shop did not or should not have moved. */
export const settleShelves = async (shop: Shop, ref: string, taken: readonly Taken[]): Promise<void> => {
  for (const one of taken) {
    const by = owed(shop, ref, one)
    if (by === 0) continue
    const from = await readShelf(shop, one)
    if (from === null) continue
    await shiftOnce(shop, keyOf('settled', ref, one), one, { from, to: Math.max(0, from + by) })
  }
}

/** Units to put onto the shelf when an order was cancelled. */
const owed = ({ stockFollows, restocks, api }: Shop, ref: string, one: Taken): number => {
  switch (stockFollows) {
    case 'yes':
      return restocks ? 0 : -one.units
    case 'down':
      return restocks ? one.units : 0
    case 'no': {
      const lowered = api.ports.records.read(keyOf('lowered', ref, one), Shift)
      return restocks && lowered !== null ? lowered.from - lowered.to : 0
    }
  }
}

/** By the order's own id: a reference that is placed once more is another order. */
const keyOf = (what: 'lowered' | 'settled', ref: string, { kind, id }: Taken): string => `${what}:${ref}:${kind}:${id}`

/** A figure that stands at the planned one, or beyond it, was set by a try that was cut short, or by the shop itself. */
const shiftOnce = async (
  shop: Shop,
  key: string,
  shelf: Taken,
  planned: Pick<Shift, 'from' | 'to'>,
): Promise<{ readonly shift: Shift; readonly wasSet: boolean }> => {
  const { records } = shop.api.ports
  const before = records.read(key, Shift)
  if (before?.done) return { shift: before, wasSet: true }
  const plan = before ?? { ...planned, done: false }
  const now = await readShelf(shop, shelf)
  const by = plan.to - plan.from
  const isThere = now === null || (by < 0 ? now <= plan.to : now >= plan.to)
  const shift = isThere ? plan : { from: now, to: Math.max(0, now + by), done: false }
  if (!isThere) {
    records.save(key, shift)
    const path = shelf.kind === 'product' ? `products/${shelf.id}/` : `attributecombinations/${shelf.id}/`
    await shop.api.patch(path, { stock: shift.to })
  }
  records.save(key, { ...shift, done: true })
  return { shift, wasSet: !isThere || before !== null }
}
