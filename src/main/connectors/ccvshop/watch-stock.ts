import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import { ORDERS_WATCHED } from './facts.ts'
import { readFigure } from './figures.ts'
import type { Taken } from './placed.ts'
import type { Shop } from './shop.ts'

/** What was seen of this shop: how often in a row its stock went down with an order of ours; 0: the last time it did not. */
const Habit = z.object({ lowered: z.number() })
const HABIT = 'stock-habit'

/**
 * Looks at the stock of one article before and after an order until the shop was seen to count some: whether it does is not known for sure
 * (`STOCK_FOLLOWS`), and a seller who is not told would sell units twice. Only right after the creation: later, others have bought, too.
 */
export const watchStock = async (shop: Shop, taken: readonly Taken[]): Promise<readonly string[]> => {
  const { records } = shop.api.ports
  const seen = records.read(HABIT, Habit)?.lowered ?? 0
  // A figure that stood lower hides what was taken off it.
  const watched = taken.find(({ stock, units }) => stock >= units)
  if (watched === undefined || seen >= ORDERS_WATCHED) return []
  const after = await shelfAfter(shop, watched)
  const { stock, units, sku } = watched
  if (after === stock - units) records.save(HABIT, { lowered: seen + 1 } satisfies z.infer<typeof Habit>)
  if (after !== stock) return []
  records.save(HABIT, { lowered: 0 } satisfies z.infer<typeof Habit>)
  return [
    `The stock of ${sku} did not go down with this order: ${stock} before and after. See the setting "Stock and orders of interfaces".`,
  ]
}

/** The order stands and is whole: what could not be learnt from it will be learnt from the next. */
const shelfAfter = async (shop: Shop, shelf: Taken): Promise<number | null> => {
  try {
    return await readFigure(shop, shelf)
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
}

export const stockCheck = ({ api, stockFollows }: Pick<Shop, 'api' | 'stockFollows'>): Check => {
  const name = 'Stock of marketplace orders'
  if (stockFollows === 'no') return { name, ok: true, message: 'Navette itself sets the stock for its orders.' }
  const habit = api.ports.records.read(HABIT, Habit)
  if (habit === null)
    return { name, ok: true, message: 'Whether the shop’s stock goes down with them shows with the first.' }
  return habit.lowered > 0
    ? { name, ok: true, message: 'The shop’s stock goes down with them.' }
    : {
        name,
        ok: false,
        message:
          'The shop’s stock did not go down with the last one. Choose “Does not move: Navette sets it” under “Stock and orders of interfaces”.',
      }
}
