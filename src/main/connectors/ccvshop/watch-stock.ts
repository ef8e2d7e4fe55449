import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import { readShelf } from './find-articles.ts'
import type { Taken } from './placed.ts'
import type { Shop } from './shop.ts'

/** What was seen of this shop: whether its stock went down with an order of ours. */
const Habit = z.object({ lowers: z.boolean() })
const HABIT = 'stock-habit'

/**
 * Looks at the stock of one article before and after an order until the shop was once seen to count it: whether it does is not known for
 * sure (`STOCK_FOLLOWS`), and a seller who is not told would sell units twice.
 */
export const watchStock = async (shop: Shop, taken: readonly Taken[]): Promise<readonly string[]> => {
  const { records } = shop.api.ports
  // A figure that stood lower hides what was taken off it.
  const watched = taken.find(({ stock, units }) => stock >= units)
  if (watched === undefined || records.read(HABIT, Habit)?.lowers) return []
  const after = await shelfAfter(shop, watched)
  const { stock, units, sku } = watched
  if (after === stock - units) records.save(HABIT, { lowers: true })
  if (after !== stock) return []
  records.save(HABIT, { lowers: false })
  return [
    `The stock of ${sku} did not go down with this order: ${stock} before and after. See the setting "Stock and orders of interfaces".`,
  ]
}

/** The order stands and is whole: what could not be learnt from it will be learnt from the next. */
const shelfAfter = async (shop: Shop, shelf: Taken): Promise<number | null> => {
  try {
    return await readShelf(shop, shelf)
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
  return habit.lowers
    ? { name, ok: true, message: 'The shop’s stock goes down with them.' }
    : {
        name,
        ok: false,
        message:
          'The shop’s stock did not go down with the last one. Choose “Does not move: Navette sets it” under “Stock and orders of interfaces”.',
      }
}
