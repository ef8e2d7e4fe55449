import { resolveDeliveryMode } from '../domain/delivery-mode.ts'
import { type Item, keptItems } from '../domain/item.ts'
import { isIn, moveOrder, type Order, type OrderIn } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import { checkOrder } from './check-order.ts'
import { completeOrder } from './complete-order.ts'
import type { Corridor } from './corridor.ts'
import { acceptItem, refuseItem } from './decide-items.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { endOrder } from './draw-consequences.ts'
import { forEachOrder, type Outcome, type Tally } from './for-each-order.ts'
import { skippedForMode } from './judge-sale.ts'
import { noteSkipped } from './note-skipped.ts'
import { hasProblem } from './order-problems.ts'
import { readStockAhead, type StockAhead } from './stock-ahead.ts'
import { waitForSeller } from './wait-for-seller.ts'

/**
 * Checks every imported order with the back office, decides its items and completes it. Orders that are decided already come first: they
 * need nothing of a back office that may not answer.
 */
export const acceptOrders = (corridor: Corridor): Promise<Tally> => {
  const { repositories, connection } = corridor
  const imported = repositories.orders.inStatus(connection.id, 'imported')
  if (imported.length === 0) return Promise.resolve({ moved: 0, problems: 0 })
  const ahead = readStockAhead(corridor)
  const decidedFirst = imported.toSorted((one, other) => Number(isDecided(other)) - Number(isDecided(one)))
  return forEachOrder(corridor, 'accept', decidedFirst, (order) => acceptOrder(corridor, order, ahead))
}

/** One order as far as it goes towards `accepted`. */
export const acceptOrder = async (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  ahead: StockAhead = readStockAhead(corridor),
  actor: Actor = 'navette',
): Promise<Outcome> => {
  if (hasProblem(corridor, order, 'unknown-value')) return 'problem'
  if (isDecided(order)) return finish(corridor, order)
  if (await skipForMode(corridor, order)) return 'moved'
  const waits = waitForSeller(corridor, order)
  if (waits !== null) return waits
  const verdict = await checkOrder(corridor, order, ahead)
  if (verdict === null) return 'problem'

  let decided: Order = order
  for (const itemId of verdict.accept) decided = await acceptItem(corridor, decided, itemId, actor)
  for (const itemId of verdict.refuse) decided = await refuseItem(corridor, decided, itemId, actor)
  return isIn(decided, 'imported') ? finish(corridor, decided) : 'moved'
}

const finish = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<Outcome> => {
  if (keptItems(order.items).length > 0) return completeOrder(corridor, order)
  endOrder(corridor, order, 'rakuten', 'Every item was cancelled before it was accepted')
  return 'moved'
}

const isUndecided = ({ status }: Item): boolean => status === 'to-decide' || status === 'unknown'
const isDecided = (order: Order): boolean => !order.items.some(isUndecided)

/** The mode could not be judged at import when the back office did not answer, and a mapping may have changed since. */
const skipForMode = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<boolean> => {
  const methods = await deliveryMethods(corridor)
  if (methods === null) return false
  const reason = skippedForMode(
    resolveDeliveryMode(order.deliveryMode, corridor.connection.settings.deliveryModes, methods),
  )
  if (reason === null) return false
  corridor.repositories.together(() => {
    noteSkipped(corridor, corridor.repositories.orders.save(moveOrder(order, 'skipped', { skippedReason: reason })))
  })
  return true
}
