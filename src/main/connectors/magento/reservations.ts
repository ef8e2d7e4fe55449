import { z } from 'zod'
import type { Check } from '../sockets/definition.ts'
import { readOutsideSkus } from './orders.ts'
import type { SalableUnits } from './salable.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'

/** What was seen of this shop: whether it reserves the units of an order that comes through the service (2.5). */
const Habit = z.enum(['reserves', 'does-not'])
type Habit = z.infer<typeof Habit>

const HABIT = 'reservations'
const TOUCHED = 'touched-skus'

export const knownHabit = ({ ports: { records } }: Desk): Habit | null => records.read(HABIT, Habit)

/** True when the salable quantity cannot be believed: it is what the seller says, unless the shop was seen to do otherwise. */
export const mustCount = (desk: Desk): boolean =>
  desk.settings.reservations === 'navette' || knownHabit(desk) === 'does-not'

type Salable = ReadonlyMap<string, SalableUnits> | null

/** Compares the salable quantity before and after an order, once; says it as a sentence for the timeline when the shop reserved nothing. */
export const learnHabit = (
  { ports: { records } }: Desk,
  ordered: ReadonlyMap<string, number>,
  before: Salable,
  after: Salable,
): string | null => {
  const seen = [...ordered].map(([sku, quantity]): Habit | null => {
    const was = before?.get(sku)?.units ?? null
    const is = after?.get(sku)?.units ?? null
    // A figure that stands at nothing hides what was taken off it.
    if (was === null || is === null || was <= 0) return null
    return was - is === quantity ? 'reserves' : was === is ? 'does-not' : null
  })
  const [habit = null] = seen
  if (habit === null || seen.some((one) => one !== habit)) return null
  records.save(HABIT, habit)
  return habit === 'reserves'
    ? null
    : 'Magento reserved no units for this order (a known gap). Navette counts the shelf itself, so the marketplace is told right, but the shop can still sell these units: see "Stock" in the guide.'
}

const Touched = z.array(z.string())

/**
 * SKU keys whose salable quantity may be wrong: those of orders that came through the service. Kept from our own first order on; what other
 * tools made, and what was forgotten with a lost data folder, is asked for once.
 */
export const touchedSkus = async (desk: Desk): Promise<ReadonlySet<string>> => {
  const { records } = desk.ports
  const known = records.read(TOUCHED, Touched)
  if (known !== null) return new Set(known)
  const skus = new Set((await readOutsideSkus(desk)).map(skuKey))
  records.save(TOUCHED, [...skus])
  return skus
}

/** Said before an order is made, so that a crash forgets none. */
export const touch = async (desk: Desk, skus: readonly string[]): Promise<void> => {
  const touched = await touchedSkus(desk)
  const all = new Set([...touched, ...skus.map(skuKey)])
  if (all.size > touched.size) desk.ports.records.save(TOUCHED, [...all])
}

export const reservationsCheck = (desk: Desk): Check => {
  const habit = knownHabit(desk)
  const name = 'Stock of marketplace orders'
  if (habit === 'does-not' && desk.settings.reservations === 'shop')
    return {
      name,
      ok: false,
      message:
        'The shop reserved nothing for an order of Navette, although the setting says that an extension does. Navette counts the shelf itself until it does.',
    }
  const message =
    habit === null
      ? 'Whether the shop reserves the units of marketplace orders shows with the first order.'
      : habit === 'reserves'
        ? 'The shop reserves the units of marketplace orders.'
        : 'The shop does not reserve the units of marketplace orders. Navette counts the shelf, so the marketplace is told right; the guide says how to keep the shop from selling them.'
  return { name, ok: true, message }
}
