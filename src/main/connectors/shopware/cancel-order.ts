import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { CANCELLED, COMMENTS_FROM, PAID_STATES, PARTLY_SHIPPED, SETTLED_STATES } from './facts.ts'
import { hasLeft, stateOf } from './mapping.ts'
import { readOrder, readOrders } from './orders.ts'
import type { Desk } from './settings.ts'
import type { Order } from './shapes.ts'
import { isAtLeast } from './version.ts'
import { giveBackLines, withholdLines } from './withhold-units.ts'

/** A cancellation of ours that is not through: the delivery and the payment follow the order. */
const PREFIX = 'cancel:'

/**
 * The order first, then what hangs on it, each without a mail. It is looked at before every try: cancelling what is cancelled would take its units
 * off the shelf once more (shopware.md 4).
 */
export const cancelOrder = async (
  desk: Desk,
  { backOfficeRef: id }: OrderKey,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const { records, clock } = desk.ports
  const order = await readOrder(desk, id)
  if (order === null) return 'cancelled'
  if (isCancelled(desk, order)) return ended(desk, order)
  const obstacle = whyNotCancel(desk, order)
  if (obstacle !== null) return declined(desk, order, obstacle)

  records.save(`${PREFIX}${id}`, { at: clock.now() })
  const words = await notedWhile(desk, id, async () => {
    await withholdLines(desk, order)
    return transition(desk, 'order', id, 'cancel', reason)
  })
  const after = await inDoubt(() => readOrder(desk, id))
  if (after === null) return 'cancelled'
  if (isCancelled(desk, after)) return ended(desk, after)
  return declined(desk, after, words ?? `${numberOf(after)} is still “${after.stateMachineState.technicalName}”.`)
}

/** What was certainly not done is not ours to end. */
const notedWhile = async <T>({ ports: { records } }: Desk, id: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (isFault(error) && error.outcome === 'not-done') records.remove(`${PREFIX}${id}`)
    throw error
  }
}

/** Cancellations that were cut short and that nobody asks for again, because the order is read as cancelled. */
export const endCancellations = async (desk: Desk): Promise<void> => {
  const begun = desk.ports.records.list(PREFIX, z.unknown()).map(({ key }) => key.slice(PREFIX.length))
  if (begun.length === 0) return
  for (const order of await readOrders(desk, begun)) if (isCancelled(desk, order)) await ended(desk, order)
}

const isCancelled = ({ settings }: Desk, order: Order): boolean => stateOf(order, settings) === 'cancelled'

const whyNotCancel = ({ settings }: Desk, order: Order): string | null => {
  if (stateOf(order, settings) === 'completed') return `${numberOf(order)} has left.`
  const isPartlyGone = order.deliveries.some(
    (delivery) => hasLeft(delivery, settings) || delivery.stateMachineState.technicalName === PARTLY_SHIPPED,
  )
  return isPartlyGone ? `A part of ${numberOf(order)} has left.` : null
}

const numberOf = ({ orderNumber, id }: Order): string => `Order ${orderNumber || id}`

const declined = async (desk: Desk, order: Order, words: string): Promise<OfficeCancelOutcome> => {
  await giveBackLines(desk, order)
  desk.ports.records.remove(`${PREFIX}${order.id}`)
  return { declined: words }
}

/** Somebody else's cancellation is left as they left it. */
const ended = async (desk: Desk, order: Order): Promise<OfficeCancelOutcome> => {
  const { records } = desk.ports
  const key = `${PREFIX}${order.id}`
  if (records.read(key, z.unknown()) === null) return 'cancelled'
  await inDoubt(async () => {
    for (const { id, stateMachineState } of order.deliveries)
      if (stateMachineState.technicalName !== CANCELLED) await follow(desk, 'order_delivery', id, 'cancel')
    for (const { id, stateMachineState } of order.transactions ?? []) {
      const state = stateMachineState.technicalName
      if (SETTLED_STATES.includes(state)) continue
      await follow(desk, 'order_transaction', id, PAID_STATES.includes(state) ? 'refund' : 'cancel')
    }
  })
  records.remove(key)
  return 'cancelled'
}

/** What the shop will not have moved, or not by us, is left as it is: the order itself is cancelled. */
const follow = async (desk: Desk, entity: string, id: string, action: string): Promise<void> => {
  try {
    await transition(desk, entity, id, action)
  } catch (error) {
    if (!isFault(error, 'settings')) throw error
  }
}

/** Null, or why the shop does not go that way: its machines can be changed, and plugins object. */
const transition = async (
  { api, shop }: Desk,
  entity: string,
  id: string,
  action: string,
  comment?: string,
): Promise<string | null> => {
  const takesComment = comment !== undefined && isAtLeast(await shop.version(), COMMENTS_FROM)
  try {
    await api.transition(entity, id, action, takesComment ? { internalComment: comment } : {})
    return null
  } catch (error) {
    if (!isFault(error, 'refused')) throw error
    return error.message
  }
}
