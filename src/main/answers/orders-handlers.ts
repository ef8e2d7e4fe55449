import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { OrderRow } from '../../preload/contract/order-views.ts'
import type {
  OrderCounts,
  OrderResult,
  OrderSelection,
  OrderSort,
  ordersContract,
} from '../../preload/contract/orders.ts'
import type { OrderQuery, OrderSummary, OrderTab, OrderSort as StoredSort } from '../db/orders-repository.ts'
import { atRiskUntil } from '../domain/acceptance-deadline.ts'
import type { Connection } from '../domain/connection.ts'
import { addDays, fromParis } from '../domain/paris-time.ts'
import { mostUrgent } from '../domain/problem.ts'
import type { Jobs } from './jobs.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toOrderDetail } from './order-detail.ts'
import { toOrderRow } from './order-view.ts'
import { toOrdersCsv } from './orders-csv.ts'

const SORTS = {
  purchased: 'purchasedAt',
  imported: 'importedAt',
  changed: 'changedAt',
  deadline: 'acceptBy',
  reference: 'reference',
  'shop-number': 'backOfficeNumber',
  status: 'status',
  mode: 'deliveryMode',
  buyer: 'buyerName',
  items: 'units',
  total: 'total',
} as const satisfies Record<OrderSort, StoredSort>

/** A call or more each, one after the other: what a seller would wait for. */
const MOST_AT_ONCE = 1_000

/** How many orders a CSV reads before others have their turn: windows and cycles go on meanwhile. */
const CSV_PAGE = 500

type Needs = Pick<AnswerNeeds, 'repositories' | 'engine' | 'clock'> & { readonly jobs: Jobs; readonly news: News }

export const createOrdersHandlers = ({
  repositories,
  engine,
  clock,
  jobs,
  news,
}: Needs): Handlers<typeof ordersContract> => {
  const { orders, problems, shipments } = repositories

  const toQuery = (selection: OrderSelection) => queryOf(selection, clock.nowIso())

  const toRows = (summaries: readonly OrderSummary[]): readonly OrderRow[] => {
    const connections = new Map<number, Connection | null>()
    return summaries.map((summary) => {
      const { connectionId } = summary.order
      if (!connections.has(connectionId)) connections.set(connectionId, repositories.connections.get(connectionId))
      return toOrderRow(summary, connections.get(connectionId) ?? null)
    })
  }

  return {
    list: ({ offset, limit, ...selection }) => {
      const { rows, total } = orders.list({ ...toQuery(selection), offset, limit })
      return { rows: toRows(rows), total, counts: toCounts(orders.counts()) }
    },
    counts: () => toCounts(orders.counts()),
    countEach: ({ selections }) => selections.map((selection) => orders.count(toQuery(selection))),
    ids: (selection) => orders.ids({ ...toQuery(selection), offset: 0, limit: MOST_AT_ONCE }),
    choices: () => orders.choices(),
    get: ({ id }) => {
      const order = orders.get(id)
      return order === null ? null : toOrderDetail(order, repositories)
    },
    find: ({ reference, connectionId }) =>
      toRows(
        orders.byReference(reference, connectionId ?? undefined).map((order) => ({
          order,
          problem: mostUrgent(problems.of({ orderId: order.id })),
          shipments: shipments.of(order.id),
        })),
      ),
    act: ({ ids, act, job }) =>
      jobs.run(job, async ({ signal, onProgress }) => {
        const results: OrderResult[] = []
        for (const orderId of ids) {
          if (signal.aborted) break
          const result = await engine.act(orderId, act)
          results.push({ ...result, orderId })
          onProgress({ doing: result.reference, done: results.length, total: ids.length })
        }
        news.ordersChanged(results.map(({ orderId }) => orderId))
        return results
      }),
    csv: async (selection) => {
      // What is shown is settled first: orders that move meanwhile come neither twice nor not at all.
      const ids = orders.ids({ ...toQuery(selection), offset: 0, limit: orders.count(toQuery(selection)) })
      const rows: OrderRow[] = []
      for (let from = 0; from < ids.length; from += CSV_PAGE) {
        rows.push(...toRows(orders.summaries(ids.slice(from, from + CSV_PAGE))))
        await new Promise(setImmediate)
      }
      return toOrdersCsv(rows)
    },
  }
}

/** The tabs of the database under the names of the screen. */
export const toCounts = ({ 'to-do': todo, ...counts }: Readonly<Record<OrderTab, number>>): OrderCounts => ({
  todo,
  ...counts,
})

const queryOf = (selection: OrderSelection, now: string): Omit<OrderQuery, 'offset' | 'limit'> => {
  const { tab, search, connectionId, status, deliveryMode, country, atRisk, purchasedFrom, purchasedTo } = selection
  const from = purchasedFrom === null ? null : fromParis(purchasedFrom)
  const before = purchasedTo === null ? null : fromParis(addDays(purchasedTo, 1))
  return {
    tab: tab === 'todo' ? 'to-do' : tab,
    search,
    sort: SORTS[selection.sort],
    direction: selection.direction,
    ...(connectionId === null ? {} : { connectionId }),
    ...(status === null ? {} : { status }),
    ...(deliveryMode === null ? {} : { deliveryMode }),
    ...(country === null ? {} : { country }),
    ...(atRisk ? { acceptUntil: atRiskUntil(now) } : {}),
    ...(from === null ? {} : { purchasedFrom: from }),
    ...(before === null ? {} : { purchasedBefore: before }),
  }
}
