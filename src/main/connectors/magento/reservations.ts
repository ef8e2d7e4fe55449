import { z } from 'zod'
import type { Check } from '../sockets/definition.ts'
import { readOutsideOrders } from './orders.ts'
import type { SalableUnits } from './salable.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'

/** What was seen of this shop: whether it reserves the units of an order that comes through the service (2.5). */
const Habit = z.object({
  reserves: z.boolean(),
  /** It once did not: what it says is too high since, whatever it does now. */
  hadGap: z.boolean(),
})
type Habit = z.infer<typeof Habit>

const HABIT = 'reservations'
const TOUCHED = 'touched'

const knownHabit = ({ ports: { records } }: Desk): Habit | null => records.read(HABIT, Habit)

/** True while the salable quantity cannot be believed: it takes the seller's word, and orders that bore it out, all of them. */
export const mustCount = (desk: Desk): boolean => {
  const habit = knownHabit(desk)
  return desk.settings.reservations === 'navette' || habit === null || !habit.reserves || habit.hadGap
}

/** Whether the next order could teach something. */
export const mustLearn = (desk: Desk): boolean => {
  const habit = knownHabit(desk)
  return habit === null || (desk.settings.reservations === 'shop' && !habit.reserves)
}

type Salable = ReadonlyMap<string, SalableUnits> | null

/** Compares the salable quantity before and after an order; says it as a sentence for the timeline when the shop reserved nothing. */
export const learnHabit = (
  desk: Desk,
  ordered: ReadonlyMap<string, number>,
  before: Salable,
  after: Salable,
): readonly string[] => {
  const seen = [...ordered].map(([sku, quantity]): boolean | null => {
    const was = before?.get(sku)?.units ?? null
    const is = after?.get(sku)?.units ?? null
    // A figure that stands at nothing hides what was taken off it.
    if (was === null || is === null || was <= 0) return null
    return was - is === quantity ? true : was === is ? false : null
  })
  const [reserves = null] = seen
  if (reserves === null || seen.some((one) => one !== reserves)) return []
  const hadGap = !reserves || (knownHabit(desk)?.hadGap ?? false)
  desk.ports.records.save(HABIT, { reserves, hadGap } satisfies Habit)
  return reserves ? [] : [GAP]
}

const GAP =
  'Magento reserved no units for this order (a known gap). Navette counts the shelf itself, so the marketplace is told right, but the shop can still sell these units: see "Stock" in the guide.'

const Touched = z.object({
  skus: z.array(z.string()),
  /** The last order from outside that was looked at. */
  last: z.number(),
})
type Touched = z.infer<typeof Touched>

const knownTouched = ({ ports: { records } }: Desk): Touched => records.read(TOUCHED, Touched) ?? { skus: [], last: 0 }

/**
 * SKU keys whose salable quantity may be wrong: those of orders that came through the service, whoever made them. What was seen is kept; each
 * time only the orders behind are asked for.
 */
export const touchedSkus = async (desk: Desk): Promise<ReadonlySet<string>> => {
  const known = knownTouched(desk)
  const orders = await readOutsideOrders(desk, known.last)
  const skus = new Set([...known.skus, ...orders.flatMap(({ items }) => items.map(({ sku }) => skuKey(sku)))])
  const last = orders.at(-1)?.entity_id ?? known.last
  if (last > known.last) desk.ports.records.save(TOUCHED, { skus: [...skus], last } satisfies Touched)
  return skus
}

/** Said before an order is made: one that is saved late there may stand before those that were looked at meanwhile. */
export const touch = (desk: Desk, skus: readonly string[]): void => {
  const { skus: touched, last } = knownTouched(desk)
  const all = new Set([...touched, ...skus.map(skuKey)])
  if (all.size > touched.length) desk.ports.records.save(TOUCHED, { skus: [...all], last } satisfies Touched)
}

export const reservationsCheck = (desk: Desk): Check => {
  const habit = knownHabit(desk)
  const isPromised = desk.settings.reservations === 'shop'
  const name = 'Stock of marketplace orders'
  if (habit === null)
    return {
      name,
      ok: true,
      message: 'Whether the shop reserves the units of marketplace orders shows with the first.',
    }
  if (habit.reserves) return { name, ok: true, message: 'The shop reserves the units of marketplace orders.' }
  return {
    name,
    ok: !isPromised,
    message: isPromised
      ? 'The shop reserved nothing for an order of Navette, although the setting says that it does. Navette counts the shelf itself.'
      : 'The shop does not reserve the units of marketplace orders. Navette counts the shelf, so the marketplace is told right; the guide says how to keep the shop from selling them.',
  }
}
