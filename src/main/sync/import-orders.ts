import type { Sale } from '../connectors/sockets/marketplace.ts'
import { type Item, type ItemStatus, isUndecided } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { tell } from './corridor.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { onEach, type Tally } from './for-each-order.ts'
import { judgeSale } from './judge-sale.ts'
import { toNewOrder } from './new-order.ts'
import { noteSale, saysAnythingNew } from './note-sale.ts'
import { noteSkipped } from './note-skipped.ts'
import { reviewUnmapped } from './review-unmapped.ts'
import { noteUnknownValues } from './unknown-values.ts'

export interface Imported extends Tally {
  /** Open orders of ours that the marketplace no longer lists as undecided, without our doing. */
  readonly vanished: readonly number[]
}

/** Reads what waits for a decision: new purchases are kept, known ones brought up to date, what is not for us set aside. */
export const importOrders = async (corridor: Corridor): Promise<Imported> => {
  const { connection, marketplace, repositories } = corridor
  const listed = await marketplace.listNewSales()
  const known = repositories.orders.known(
    connection.id,
    listed.map(({ reference }) => reference),
  )
  const sales = listed.map((sale) => asUndecided(sale, known.get(sale.reference)?.items ?? []))
  const fresh = sales.filter(({ reference }) => !known.has(reference))

  await reviewUnmapped(corridor)
  const inserted = await keepNew(corridor, fresh)
  const changed = await bringUpToDate(corridor, sales, known)
  return {
    moved: inserted.orders.length + changed.moved,
    problems: inserted.problems + changed.problems,
    vanished: vanished(corridor, sales),
  }
}

const MORE_THAN_ACCEPTED: readonly ItemStatus[] = ['preorder', 'claim', 'closed']

/**
 * [C] The list of what waits for a decision says no more than "accepted" of what was decided (spec 11.1): what we know better is kept, and a
 * preorder accepted by somebody else waits until the list of current sales shows that its stock is there.
 */
const asUndecided = (sale: Sale, known: readonly Item[]): Sale => ({
  ...sale,
  items: sale.items.map((item) => {
    if (item.status !== 'accepted') return item
    const before = known.find(({ itemId }) => itemId === item.itemId)?.status
    if (before !== undefined && MORE_THAN_ACCEPTED.includes(before)) return { ...item, status: before }
    return item.preorder && before !== 'accepted' ? { ...item, status: 'preorder' } : item
  }),
})

/** Keeps sales we do not have: one transaction, so that a crash leaves all of them or none. */
export const keepNew = async (
  corridor: Corridor,
  sales: readonly Sale[],
): Promise<{ orders: readonly Order[]; problems: number }> => {
  if (sales.length === 0) return { orders: [], problems: 0 }
  const { repositories, connection } = corridor
  const methods = await deliveryMethods(corridor)
  const unknown = new Map(sales.map((sale) => [sale.reference, sale.unknownValues]))

  return repositories.together(() => {
    const orders = repositories.orders.insertNew(
      sales.map((sale) => toNewOrder(corridor, sale, judgeSale(sale, connection.settings, methods))),
    )
    for (const order of orders) tellArrival(corridor, order)
    const held = orders.filter(
      ({ status, reference }) => status === 'imported' && (unknown.get(reference) ?? []).length > 0,
    )
    for (const order of held) noteUnknownValues(corridor, order, unknown.get(order.reference) ?? [])
    return { orders, problems: held.length }
  })
}

const tellArrival = (corridor: Corridor, order: Order): void => {
  if (order.status === 'skipped') noteSkipped(corridor, order)
  else tell(corridor, order.id, 'imported', 'navette', { units: order.items.length })
}

/** Brings known orders up to what the marketplace shows. */
export const bringUpToDate = (
  corridor: Corridor,
  sales: readonly Sale[],
  known: ReadonlyMap<string, Order>,
): Promise<Tally> => {
  const news = new Map(
    sales.flatMap((sale) => {
      const order = known.get(sale.reference)
      return order !== undefined && saysAnythingNew(corridor, order, sale) ? [[order.id, sale] as const] : []
    }),
  )
  return onEach(corridor, 'import', news.keys(), async (order) => {
    const sale = news.get(order.id)
    return sale === undefined ? 'stayed' : noteSale(corridor, order, sale)
  })
}

/**
 * Orders to decide that the marketplace no longer lists, without our doing: imported ones, those that wait for their mode to be mapped, and
 * those the seller decides about elsewhere.
 */
const vanished = ({ connection, repositories }: Corridor, sales: readonly Sale[]): readonly number[] => {
  const listed = new Set(sales.map(({ reference }) => reference))
  const { orders } = repositories
  const toDecide = [...orders.deadlines(connection.id, ALL), ...orders.inStatus(connection.id, 'manual')]
  return toDecide.flatMap(({ id, reference }) => {
    const order = listed.has(reference) ? null : orders.get(id)
    return order?.items.some(isUndecided) ? [id] : []
  })
}

const ALL = -1
