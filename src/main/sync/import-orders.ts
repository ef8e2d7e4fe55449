import type { Sale } from '../connectors/sockets/marketplace.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { tell } from './corridor.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { onEach, type Tally } from './for-each-order.ts'
import { judgeSale } from './judge-sale.ts'
import { toNewOrder } from './new-order.ts'
import { noteSale, saysAnythingNew } from './note-sale.ts'
import { noteSkipped } from './note-skipped.ts'
import { noteUnknownValues } from './unknown-values.ts'

export interface Imported extends Tally {
  /** Open orders of ours that the marketplace no longer lists as undecided, without our doing. */
  readonly vanished: readonly number[]
}

/** Reads what waits for a decision: new purchases are kept, known ones brought up to date, what is not for us set aside. */
export const importOrders = async (corridor: Corridor): Promise<Imported> => {
  const { connection, marketplace, repositories } = corridor
  const sales = await marketplace.listNewSales()
  const known = repositories.orders.known(
    connection.id,
    sales.map(({ reference }) => reference),
  )
  const fresh = sales.filter(({ reference }) => !known.has(reference))

  const inserted = await keepNew(corridor, fresh)
  const changed = await bringUpToDate(corridor, sales, known)
  return {
    moved: inserted.orders.length + changed.moved,
    problems: inserted.problems + changed.problems,
    vanished: vanished(corridor, sales),
  }
}

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

/** Orders to decide that the marketplace no longer lists: imported ones, and those that wait for their mode to be mapped. */
const vanished = ({ connection, repositories }: Corridor, sales: readonly Sale[]): readonly number[] => {
  const listed = new Set(sales.map(({ reference }) => reference))
  return repositories.orders
    .deadlines(connection.id, ALL)
    .flatMap(({ id, reference }) => (listed.has(reference) ? [] : [id]))
}

const ALL = -1
