import type { Intent, IntentAct } from '../db/intents-repository.ts'
import type { Item, ItemStatus } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/**
 * What the marketplace shows of an item answers what a crash or a lost answer left open about it. It has one word for "refused" and
 * "cancelled": our own journal tells them apart.
 */
export const answerDoubts = (
  { repositories: { intents }, time }: Corridor,
  { id, connectionId }: Order,
  items: readonly Item[],
): readonly Item[] => {
  const doubts = Map.groupBy(intents.unsettled(connectionId, undefined, id), ({ target }) => target)
  if (doubts.size === 0) return items
  return items.map((item) => {
    const about = doubts.get(item.itemId) ?? []
    const seen = asWeAsked(item, about)
    for (const { id: intentId, act } of about) {
      const answer = answerOf(act, seen.status)
      if (answer !== null) intents.close(intentId, answer, time.nowIso())
    }
    return seen
  })
}

const asWeAsked = (item: Item, about: readonly Intent[]): Item =>
  item.status === 'cancelled' && about.some(({ act }) => act === 'refuse') ? { ...item, status: 'refused' } : item

const UNDECIDED: readonly ItemStatus[] = ['to-decide', 'unknown']
const OVER: readonly ItemStatus[] = ['refused', 'cancelled']

const answerOf = (act: IntentAct, status: ItemStatus): 'done' | 'not-done' | null => {
  if (UNDECIDED.includes(status)) return null
  if (act === 'accept') return OVER.includes(status) ? 'not-done' : 'done'
  if (act === 'refuse') return status === 'refused' ? 'done' : 'not-done'
  return act === 'cancel-item' && status === 'cancelled' ? 'done' : null
}
