import { z } from 'zod'
import { readFigure, setFigure } from './figures.ts'
import type { Taken } from './placed.ts'
import type { Shop } from './shop.ts'

/** How a figure of the shop's stock moved for one order; kept before we move it. `isOurs`: we set it, not the shop. */
const Shift = z.object({ from: z.number(), to: z.number(), isOurs: z.boolean(), done: z.boolean() })
type Shift = z.infer<typeof Shift>

/**
 * Takes the units of an order off the shelves of a shop that does not do it itself, once per order, however often it is asked. Says what was
 * done, for the timeline. Right after the creation (`isFresh`), a shop that moved them all the same is seen, and left alone; later, other
 * sales may have moved them, and the seller's word counts.
 */
export const lowerShelves = async (
  shop: Shop,
  ref: string,
  taken: readonly Taken[],
  isFresh: boolean,
): Promise<readonly string[]> => {
  const notes: string[] = []
  for (const one of taken) {
    const shift = await shiftOnce(shop, keyOf('lowered', ref, one), one, -one.units, isFresh ? one.stock : null)
    if (shift !== null && shift.from !== shift.to) notes.push(noteOf(one, shift))
  }
  return notes
}

const noteOf = ({ sku }: Taken, { from, to, isOurs }: Shift): string =>
  isOurs
    ? `Navette set the stock of ${sku} from ${from} to ${to}: the shop does not count such orders itself.`
    : `The stock of ${sku} went down to ${to} without Navette: does the shop count such orders itself? See the setting "Stock and orders of interfaces".`

/** After a cancellation by us: brings back, or takes off again, what the shop did not or should not have moved. */
export const settleShelves = async (shop: Shop, ref: string, taken: readonly Taken[]): Promise<void> => {
  for (const one of taken) {
    const by = await owed(shop, ref, one)
    if (by !== 0) await shiftOnce(shop, keyOf('settled', ref, one), one, by, null)
  }
}

/** Units to put onto the shelf when an order was cancelled. */
const owed = async (shop: Shop, ref: string, one: Taken): Promise<number> => {
  switch (shop.stockFollows) {
    case 'yes':
      return shop.restocks ? 0 : -one.units
    case 'down':
      return shop.restocks ? one.units : 0
    case 'no':
      return shop.restocks ? await lowered(shop, ref, one) : 0
  }
}

/** Units that we really took off; of a try that was cut short, the shelf tells. */
const lowered = async (shop: Shop, ref: string, one: Taken): Promise<number> => {
  const shift = shop.api.ports.records.read(keyOf('lowered', ref, one), Shift)
  if (shift === null) return 0
  const isDone = shift.done || hasReached(shift, (await readFigure(shop, one)) ?? shift.from)
  return isDone ? shift.from - shift.to : 0
}

/** By the order's own id: a reference that is placed once more is another order. */
const keyOf = (what: 'lowered' | 'settled', ref: string, { kind, id }: Taken): string => `${what}:${ref}:${kind}:${id}`

const hasReached = ({ from, to }: Shift, now: number): boolean => (to < from ? now <= to : now >= to)

const shiftFrom = (from: number, by: number): Shift => ({ from, to: Math.max(0, from + by), isOurs: true, done: false })

/**
 * `before`: what stood there a moment ago; where the figure has moved as far since, the shop did it. So did a try of ours that was cut short
 * right before it was noted. Null: not counted any more.
 */
const shiftOnce = async (
  shop: Shop,
  key: string,
  shelf: Taken,
  by: number,
  before: number | null,
): Promise<Shift | null> => {
  const { records } = shop.api.ports
  const begun = records.read(key, Shift)
  if (begun?.done) return begun
  const now = await readFigure(shop, shelf)
  if (now === null) return null
  const reached = [begun, before === null ? null : { ...shiftFrom(before, by), isOurs: false }].find(
    (one) => one !== null && hasReached(one, now),
  )
  const shift = reached ?? shiftFrom(now, by)
  if (!reached) {
    records.save(key, shift)
    await setFigure(shop, shelf, shift.to)
  }
  records.save(key, { ...shift, done: true })
  return shift
}
