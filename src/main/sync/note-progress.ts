import type { OfficeProgress } from '../connectors/sockets/back-office.ts'
import { keptItems } from '../domain/item.ts'
import { isIn, moveOrder, type Order, type OrderIn } from '../domain/order.ts'
import { type Corridor, tell } from './corridor.ts'
import { endOrder } from './draw-consequences.ts'
import type { Outcome } from './for-each-order.ts'
import { keepParcels } from './keep-parcels.ts'
import { noteMissingUnits } from './note-missing-units.ts'
import { noteOnce } from './note-once.ts'
import { hasProblem, hold, settle } from './order-problems.ts'

/** Keeps what the back office says about one order. A cancellation there is left to the cancel step, which looks again first. */
export const noteProgress = (corridor: Corridor, order: Order, progress: OfficeProgress): Outcome =>
  corridor.repositories.together(() => {
    noteOnce(corridor, order.id, progress.notes ?? [])
    if (isIn(order, 'placed', 'waiting')) return noteOpen(corridor, order, progress)
    if (isIn(order, 'dispatched', 'shipped')) return noteLeft(corridor, order, progress)
    return isIn(order, 'cancelled') ? noteRevived(corridor, order, progress) : 'stayed'
  })

const noteOpen = (corridor: Corridor, order: OrderIn<'placed' | 'waiting'>, progress: OfficeProgress): Outcome => {
  switch (progress.state) {
    case 'gone':
      return noteGone(corridor, order)
    case 'cancelled':
      return 'stayed'
    case 'open': {
      settle(corridor, order, 'gone', 'cancellation')
      const open = undoCompletion(corridor, order)
      const held = noteIncident(corridor, open, progress)
      const went = notePartlyShipped(corridor, open, progress)
      return went === 'stayed' ? (held ?? went) : went
    }
    case 'completed':
      settle(corridor, order, 'gone', 'cancellation', 'incident')
      return noteCompleted(corridor, order, progress)
  }
}

/** Held until it is over, or the seller has read these very words. */
const noteIncident = (corridor: Corridor, order: Order, { incident }: OfficeProgress): 'problem' | null => {
  if (incident === undefined) settle(corridor, order, 'incident')
  if (incident === undefined || order.decisions.incidentSeen === incident) return null
  const { label } = corridor.office(order.backOfficeId ?? corridor.connection.backOfficeId)
  return hold(corridor, order, 'incident', `${label} has trouble with this order. ${incident}`, {
    office: label,
    incident,
  })
}

const noteGone = (corridor: Corridor, order: Order): Outcome => {
  const { label } = corridor.office(order.backOfficeId ?? corridor.connection.backOfficeId)
  return hold(
    corridor,
    order,
    'gone',
    `${label} no longer has order ${order.backOfficeNumber ?? order.backOfficeRef}. Nothing was cancelled at Rakuten.`,
    {
      office: label,
    },
  )
}

/** The countdown is forgotten, as if it had never been completed. */
const undoCompletion = (corridor: Corridor, order: OrderIn<'placed' | 'waiting'>): OrderIn<'placed'> => {
  if (isIn(order, 'placed')) return order
  settle(corridor, order, 'tracking-required')
  tell(corridor, order.id, 'completion-undone', 'back-office')
  return corridor.repositories.orders.save(moveOrder(order, 'placed', { completedAt: null }))
}

/** Units that left ahead of the others: their tracking goes to the marketplace, the order stays open for the rest. */
const notePartlyShipped = (corridor: Corridor, order: OrderIn<'placed'>, progress: OfficeProgress): Outcome => {
  const missing = noteMissingUnits(corridor, order, progress)
  const named = progress.parcels.filter(({ contents }) => contents.length > 0)
  const units = named.length === 0 ? 0 : keepParcels(corridor, order, named, { isComplete: false, without: missing })
  if (units === 0) return missing.length > 0 ? 'problem' : 'stayed'
  if (isCovered(corridor, order)) return dispatch(corridor, order)
  tell(corridor, order.id, 'part-shipped', 'back-office', { units })
  return 'moved'
}

/** Units the shop took out before it completed the order have not left with the rest: they wait for the seller's word. */
const noteCompleted = (corridor: Corridor, order: OrderIn<'placed' | 'waiting'>, progress: OfficeProgress): Outcome => {
  const { repositories, time } = corridor
  const missing = noteMissingUnits(corridor, order, progress)
  const units = keepParcels(corridor, order, progress.parcels, { isComplete: true, without: missing })
  if (isCovered(corridor, order)) return dispatch(corridor, order)
  if (missing.length > 0) return units > 0 ? 'moved' : 'problem'
  if (isIn(order, 'waiting')) return hasProblem(corridor, order, 'tracking-required') ? 'problem' : 'stayed'
  tell(corridor, order.id, 'completed', 'back-office', { trackingNumber: null })
  repositories.orders.save(moveOrder(order, 'waiting', { completedAt: time.nowIso() }))
  return 'moved'
}

const isCovered = ({ repositories }: Corridor, order: Order): boolean => {
  const covered = new Set(repositories.shipments.of(order.id).flatMap(({ itemIds }) => itemIds))
  return keptItems(order.items).every(({ itemId, shipped }) => shipped || covered.has(itemId))
}

/** We know how it left; telling the marketplace is the next step's business. */
export const dispatch = (corridor: Corridor, order: OrderIn<'placed' | 'waiting'>): Outcome => {
  settle(corridor, order, 'tracking-required', 'incident')
  corridor.repositories.orders.save(moveOrder(order, 'dispatched', { dispatchedAt: corridor.time.nowIso() }))
  return hasProblem(corridor, order, 'carrier') ? 'problem' : 'moved'
}

const noteLeft = (corridor: Corridor, order: OrderIn<'dispatched' | 'shipped'>, progress: OfficeProgress): Outcome => {
  switch (progress.state) {
    case 'cancelled':
      return keptItems(order.items).length > 0 ? noteLateCancellation(corridor, order) : noteSettled(corridor, order)
    case 'gone':
      return 'stayed'
    case 'open':
    case 'completed':
      keepParcels(corridor, order, progress.parcels, { isComplete: true, without: [] })
      return 'stayed'
  }
}

const noteLateCancellation = (corridor: Corridor, order: OrderIn<'dispatched' | 'shipped'>): Outcome => {
  if (order.decisions.lateCancellationSeen) return 'stayed'
  const { label } = corridor.office(order.backOfficeId ?? corridor.connection.backOfficeId)
  return hold(
    corridor,
    order,
    'cancelled-late',
    `Cancelled in ${label}, but the parcel has left. Navette cancels nothing at Rakuten: settle it with the buyer.`,
    { office: label },
  )
}

/** Cancelled on both sides after all: there is nothing left to settle. */
const noteSettled = (corridor: Corridor, order: OrderIn<'dispatched' | 'shipped'>): Outcome => {
  if (isIn(order, 'dispatched')) {
    endOrder(corridor, order, 'rakuten', 'Cancelled on both sides')
    return 'moved'
  }
  settle(corridor, order, 'cancelled-late')
  return 'stayed'
}

/** Never resurrected: the buyer has been refunded. */
const noteRevived = (corridor: Corridor, order: OrderIn<'cancelled'>, { state }: OfficeProgress): Outcome => {
  if (state === 'cancelled' || state === 'gone' || order.decisions.lateCancellationSeen) return 'stayed'
  const { label } = corridor.office(order.backOfficeId ?? corridor.connection.backOfficeId)
  const what = state === 'completed' ? 'shipped' : 'open again'
  return hold(
    corridor,
    order,
    'cancelled-late',
    `Cancelled and refunded at Rakuten, but ${what} in ${label}. Stop the parcel, or settle it with the buyer.`,
    { office: label },
  )
}
