import type { Sale } from '../connectors/sockets/marketplace.ts'
import { isKept, isUndecided } from '../domain/item.ts'
import { isIn, type Order } from '../domain/order.ts'
import { parisDay } from '../domain/paris-time.ts'
import { completeOrder } from './complete-order.ts'
import { type Corridor, minutes } from './corridor.ts'
import { addTallies, onEach, type Tally } from './for-each-order.ts'
import { bringUpToDate, keepNew } from './import-orders.ts'
import { lookForVanished } from './look-for-vanished.ts'
import { hasProblem } from './order-problems.ts'
import { sendUnrecordedAgain } from './send-unrecorded-again.ts'

/** How far back the marketplace is read, at least (product.md section 4, step 8). */
const WINDOW = minutes(60 * 24 * 15)

/**
 * Reads what the marketplace recorded: shipments, cancellations and claims of our orders, orders accepted by somebody else, and what
 * became of those it no longer lists as undecided.
 */
export const readBack = async (corridor: Corridor, vanished: readonly number[]): Promise<Tally> => {
  const { connection, marketplace, repositories } = corridor
  const sales = await marketplace.listCurrentSales(since(corridor))
  const known = repositories.orders.known(
    connection.id,
    sales.map(({ reference }) => reference),
  )

  const tallies = [
    await bringUpToDate(corridor, sales, known),
    await sendUnrecordedAgain(corridor, [...known.values()]),
    await adopt(
      corridor,
      sales.filter((sale) => !known.has(sale.reference) && isOpen(sale)),
    ),
    await lookForVanished(corridor, missing(corridor, known, vanished)),
  ]
  return addTallies(...tallies)
}

/** The window reaches back to the oldest open order, or to the oldest one under claim. */
const since = (corridor: Corridor): string => {
  const { connection, repositories, time } = corridor
  const open = repositories.orders.oldestOpenPurchase(connection.id)
  const claimed = claimedOrders(corridor).map(({ purchasedAt }) => purchasedAt)
  const [oldest = ''] = [
    new Date(time.now() - WINDOW).toISOString(),
    ...(open === null ? [] : [open]),
    ...claimed,
  ].sort()
  return parisDay(oldest)
}

/** A claim outlives the shipment, and the fifteen days. */
const claimedOrders = ({ connection, repositories }: Corridor): readonly Order[] =>
  repositories.problems.ordersWith(connection.id, 'claim').flatMap((id) => repositories.orders.get(id) ?? [])

/** Accepted and not shipped: somebody has to send it. */
const isOpen = ({ items }: Sale): boolean =>
  items.some((item) => isKept(item) && !item.shipped && item.status !== 'closed')

/** Orders accepted by hand, by another tool, or before a lost data folder: imported, completed, and looked up before they are placed. */
const adopt = async (corridor: Corridor, sales: readonly Sale[]): Promise<Tally> => {
  const { orders, problems } = await keepNew(corridor, sales)
  const completed = await onEach(
    corridor,
    'read-back',
    orders.map(({ id }) => id),
    async (order) =>
      isIn(order, 'imported') && !hasProblem(corridor, order, 'unknown-value')
        ? completeOrder(corridor, order)
        : 'stayed',
  )
  return { moved: orders.length, problems: problems + completed.problems }
}

/** Orders of ours that should be listed somewhere and are not. Those still to decide stand in another list. */
const missing = (
  corridor: Corridor,
  listed: ReadonlyMap<string, Order>,
  vanished: readonly number[],
): readonly number[] => {
  const { orders } = corridor.repositories
  const accepted = orders
    .openReferences(corridor.connection.id)
    .filter(({ status, reference }) => ACCEPTED.includes(status) && !listed.has(reference))
    .flatMap(({ id }) => orders.get(id) ?? [])
    .filter(({ items }) => !items.some(isUndecided))
  const claimed = claimedOrders(corridor).filter(({ reference }) => !listed.has(reference))
  // A purchase may be listed without the items that were refused or cancelled elsewhere.
  const undecided = vanished.filter((id) => orders.get(id)?.items.some(isUndecided))
  return [...new Set([...undecided, ...[...accepted, ...claimed].map(({ id }) => id)])]
}

const ACCEPTED: readonly string[] = ['accepted', 'placed', 'waiting', 'dispatched', 'manual']
