import type { OfficeCancelOutcome } from '../connectors/sockets/back-office.ts'
import { aliasedSku } from '../domain/connection.ts'
import { type Item, isKept } from '../domain/item.ts'
import type { Order, OrderIn } from '../domain/order.ts'
import { type Corridor, tell } from './corridor.ts'
import type { Outcome } from './for-each-order.ts'
import { hasLeft } from './has-left.ts'
import { journalled } from './journal.ts'
import { hold, settle } from './order-problems.ts'
import { orderKey } from './read-shipments.ts'

/** Cancels the whole order in its back office. Declined when it is packed or gone already: its reason, in its words. */
export const cancelInBackOffice = async (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting'>,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const key = orderKey(corridor, order)
  if (key === null) return 'cancelled'
  const office = corridor.office(order.backOfficeId)
  const act = { orderId: order.id, act: 'cancel-order', target: key.backOfficeRef } as const
  const { value: outcome, settle: keep } = await journalled(corridor, act, () =>
    office.backOffice.cancelOrder(key, reason),
  )
  if (outcome !== 'cancelled') return keep(() => outcome, 'not-done')
  return keep(() => {
    tell(corridor, order.id, 'cancelled-in-back-office', 'navette', { office: office.label })
    return outcome
  })
}

/** Takes units that were cancelled at the marketplace out of an order that goes on; where the shop cannot, somebody is told not to ship them. */
export const removeCancelledUnits = async (
  corridor: Corridor,
  order: OrderIn<'placed' | 'waiting'>,
): Promise<Outcome> => {
  const left = hasLeft(corridor, order)
  const items = cancelledUnits(order).filter((item) => !left(item))
  const key = orderKey(corridor, order)
  if (items.length === 0 || key === null) return 'stayed'
  const office = corridor.office(order.backOfficeId)
  const stay = unitsOf(
    corridor,
    order.items.filter((item) => item.placed && (isKept(item) || left(item))),
  )
  const act = { orderId: order.id, act: 'remove-units', target: items.map(({ itemId }) => itemId).join(' ') } as const
  const { value: outcome, settle: keep } = await journalled(corridor, act, () => office.backOffice.keepUnits(key, stay))
  if (outcome === 'kept')
    return keep(() => {
      settle(corridor, order, 'partial')
      forgetUnits(corridor, order)
      tell(corridor, order.id, 'line-shrunk', 'navette', { office: office.label, units: items.length })
      return 'moved'
    })
  // What was cancelled before and is not acknowledged yet is not to be shipped either.
  const toldBefore = itemsNotToShip(corridor, order)
  const all = order.items.filter(
    ({ itemId }) => toldBefore.includes(itemId) || items.some((one) => one.itemId === itemId),
  )
  const named = unitsOf(corridor, all)
    .map(({ sku, quantity }) => `${quantity} × ${sku}`)
    .join(', ')
  return keep(() => {
    forgetUnits(corridor, order) // not asked again: the seller takes it from here
    return hold(
      corridor,
      order,
      'partial',
      `Do not ship ${named}: cancelled at Rakuten, and ${office.label} cannot take it out of the order. The rest goes on.`,
      {
        office: office.label,
        reason: 'cancelled-at-rakuten',
        itemIds: all.map(({ itemId }) => itemId),
        choices: ['acknowledge'],
      },
    )
  })
}

const itemsNotToShip = ({ repositories }: Corridor, { id }: Order): readonly string[] => {
  const standing = repositories.problems.of({ orderId: id }).find(({ kind }) => kind === 'partial')
  const itemIds = standing?.detail['reason'] === 'cancelled-at-rakuten' ? standing.detail['itemIds'] : null
  return Array.isArray(itemIds) ? itemIds : []
}

const unitsOf = ({ connection }: Corridor, items: readonly Item[]) =>
  [...Map.groupBy(items, ({ sku }) => aliasedSku(sku, connection.settings))].map(([sku, units]) => ({
    sku,
    quantity: units.length,
  }))

/** Units that were cancelled at the marketplace while the back office still counts them. */
const cancelledUnits = (order: Order): readonly Item[] => order.items.filter((item) => item.placed && !isKept(item))

const forgetUnits = (corridor: Corridor, order: Order): Order => {
  const left = hasLeft(corridor, order)
  return corridor.repositories.orders.save({
    ...order,
    items: order.items.map((item) => ({ ...item, placed: item.placed && (isKept(item) || left(item)) })),
  })
}
