import { type DeliveryChoice, resolveDeliveryMode } from '../domain/delivery-mode.ts'
import { isUndecided, keptItems } from '../domain/item.ts'
import { isIn, moveOrder, type Order, type OrderIn } from '../domain/order.ts'
import type { Actor } from '../domain/timeline.ts'
import { checkOrder } from './check-order.ts'
import { completeOrder } from './complete-order.ts'
import { type Corridor, present } from './corridor.ts'
import { acceptItem, refuseItem } from './decide-items.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { endOrder } from './draw-consequences.ts'
import { addTallies, forEachOrder, type Outcome, type Tally } from './for-each-order.ts'
import { skippedForMode } from './judge-sale.ts'
import { noteSkipped } from './note-skipped.ts'
import { hasProblem, settle } from './order-problems.ts'
import { refuseOrder } from './refuse-order.ts'
import { readStockAhead } from './stock-ahead.ts'
import { waitForSeller } from './wait-for-seller.ts'

/**
 * Checks every imported order with the back office, decides its items and completes it. Orders that are decided already come first: they
 * need nothing of a back office that may not answer.
 */
export const acceptOrders = async (corridor: Corridor): Promise<Tally> => {
  const { repositories, connection } = corridor
  const imported = repositories.orders.inStatus(connection.id, 'imported')
  if (imported.length === 0) return { moved: 0, problems: 0 }
  const accept = (orders: readonly OrderIn<'imported'>[]) =>
    forEachOrder(corridor, 'accept', orders, (order) => acceptOrder(corridor, order))
  return addTallies(
    await accept(imported.filter(isDecided)),
    await accept(imported.filter((order) => !isDecided(order))),
  )
}

/** One order as far as it goes towards `accepted`. */
export const acceptOrder = async (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  actor: Actor = 'navette',
): Promise<Outcome> => {
  if (hasProblem(corridor, order, 'unknown-value') || order.items.some(({ status }) => status === 'unknown'))
    return 'problem'
  if (order.decisions.accept === false) return refuseOrder(corridor, order)
  if (isDecided(order)) return finish(corridor, order)
  if (await skipForMode(corridor, order)) return 'moved'
  const waits = waitForSeller(corridor, order)
  if (waits !== null) return waits
  const decided = await corridor.promises.holding(corridor.connection.backOfficeId, () =>
    decide(corridor, order, actor),
  )
  if (decided === null) return 'problem'
  return isIn(decided, 'imported') ? finish(corridor, decided) : 'moved'
}

/** Between looking at the stock and promising it, nobody else may promise it. */
const decide = async (corridor: Corridor, order: OrderIn<'imported'>, actor: Actor): Promise<Order | null> => {
  const verdict = await checkOrder(corridor, order, readStockAhead(corridor))
  if (verdict === null) return null
  let decided: Order = order
  for (const itemId of verdict.accept) decided = await acceptItem(corridor, decided, itemId, actor)
  for (const itemId of verdict.refuse) decided = await refuseItem(corridor, decided, itemId, actor)
  return decided
}

const finish = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<Outcome> => {
  if (keptItems(order.items).length > 0) return completeOrder(corridor, order)
  endOrder(corridor, order, 'rakuten', 'Every item was cancelled before it was accepted')
  return 'moved'
}

const isDecided = (order: Order): boolean => !order.items.some(isUndecided)

/**
 * The mode could not be judged at import when the back office did not answer, and a mapping may have changed since. What was promised
 * already is not set aside.
 */
const skipForMode = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<boolean> => {
  if (keptItems(order.items).some((item) => !isUndecided(item))) return false
  const reason = skippedForMode(await resolveMode(corridor, order))
  if (reason === null) return false
  const { orders, together } = corridor.repositories
  together(() => {
    settle(corridor, order)
    noteSkipped(corridor, orders.save(moveOrder(order, 'skipped', { skippedReason: reason })))
  })
  return true
}

/** A mode that leans on the back office's methods waits for them, and says so when they cannot be read. */
const resolveMode = async (corridor: Corridor, { deliveryMode }: Order): Promise<DeliveryChoice> => {
  const { deliveryModes } = corridor.connection.settings
  const methods = await deliveryMethods(corridor)
  const choice = resolveDeliveryMode(deliveryMode, deliveryModes, methods ?? [])
  return methods !== null || choice.kind !== 'not-mapped'
    ? choice
    : resolveDeliveryMode(deliveryMode, deliveryModes, await present(corridor).backOffice.listMethods())
}
