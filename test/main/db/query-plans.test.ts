import { expect, it } from 'vitest'
import type { Database } from '../../../src/main/db/open-database.ts'
import { createRepositories, type Repositories } from '../../../src/main/db/repositories.ts'
import { OPEN_STATUSES, ORDER_STATUSES } from '../../../src/main/domain/order.ts'
import { SHIPMENT_STATES } from '../../../src/main/domain/parcel.ts'
import { aNewOrder, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { connectTestAccount, openTestDatabase } from '../../helpers/open-test-database.ts'

const AT = '2026-11-20T10:00:00.000Z'

/** A handle that notes the text of every statement that is run through it. */
const recording = (db: Database): { readonly handle: Database; readonly ran: Set<string> } => {
  const ran = new Set<string>()
  const handle = new Proxy(db, {
    get: (target, property) => {
      if (property !== 'prepare') {
        const value: unknown = Reflect.get(target, property, target)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (source: string) => {
        const statement = target.prepare(source)
        for (const verb of ['run', 'get', 'all'] as const) {
          const original = statement[verb].bind(statement) as (...values: unknown[]) => unknown // one of three, called as it was
          Object.defineProperty(statement, verb, {
            value: (...values: unknown[]) => {
              ran.add(source)
              return original(...values)
            },
          })
        }
        return statement
      }
    },
  })
  return { handle, ran }
}

/** Everything that a cycle, and the daily work beside it, asks of the database. */
const runCycle = ({
  orders,
  problems,
  timeline,
  intents,
  shipments,
  connections,
  stock,
  cycles,
  together,
}: Repositories): void => {
  const cycle = cycles.start(1, AT)
  connections.list()
  together(() => orders.insertNew([aNewOrder({ reference: 'new' })]))
  orders.known(1, ['new', 'old'])
  orders.byReference('new', 1)
  orders.byReference('new')
  orders.withItem(1, 'new-1')
  for (const status of ORDER_STATUSES)
    if (!['shipped', 'cancelled', 'refused'].includes(status)) orders.inStatus(1, status)
  orders.openReferences(1)
  orders.oldestOpenPurchase(1)
  orders.endedSince(1, AT)
  orders.deadlines(1)
  orders.unitsHeld(1)
  const [order] = orders.inStatus(1, 'imported', { afterPurchasedAt: '', afterId: 0, limit: 1 })
  const orderId = order?.id ?? 0
  const problem = { kind: 'sku', message: '', detail: {}, since: AT, nextTryAt: null } as const
  problems.put({ orderId }, problem)
  problems.put({ connectionId: 1 }, problem)
  problems.of({ orderId })
  problems.of({ connectionId: 1 })
  problems.ordersWith(1, 'sku')
  problems.clear({ orderId }, 'sku')
  problems.clear({ orderId })
  problems.clear({ connectionId: 1 }, 'sku')
  problems.clear({ connectionId: 1 })
  timeline.add(orderId, { at: AT, actor: 'navette', what: 'call', detail: {} })
  timeline.add(orderId, { at: AT, actor: 'navette', what: 'call', detail: {} })
  timeline.of(orderId)
  const intent = intents.open({ connectionId: 1, orderId, act: 'place', target: 'RKT-1', openedAt: AT })
  intents.open({ connectionId: 1, orderId: null, act: 'stock-file', target: '', openedAt: AT })
  intents.unsettled(1)
  intents.unsettled(1, 'place', orderId)
  intents.latest(orderId, 'place')
  intents.close(intent.id, 'done', AT)
  const parcel = { carrierName: null, carrierCode: null, trackingNumber: null, trackingUrl: null, contents: [] }
  const shipment = shipments.add({
    orderId,
    itemIds: [],
    parcel,
    tracking: null,
    rule: null,
    state: 'to-send',
    sentAt: null,
    attempts: 0,
  })
  shipments.save(shipment)
  shipments.of(orderId)
  for (const state of SHIPMENT_STATES) shipments.inState(1, state)
  stock.filesSince(1, AT)
  stock.pendingFiles(1)
  orders.dueForErasure(AT, 100)
  orders.eraseBuyer(orderId, AT)
  if (order !== undefined) orders.save({ ...order, revision: order.revision + 1, buyer: null })
  cycles.finish(cycle, AT, [], null)
  cycles.last(1)
}

it('reads nothing in a cycle that grows with the history', () => {
  const { handle, ran } = recording(openTestDatabase())
  const repositories = createRepositories(handle)
  connectTestAccount(repositories)
  keepOrders(repositories, anOrder({ reference: 'old', status: 'shipped' }))
  ran.clear()

  runCycle(repositories)

  const growing = /^SCAN (orders|items|timeline|problems|intents|shipments|cycles|stock_files|order_sources|records)\b/
  const plans = [...ran].map((sql) => ({ sql: sql.replaceAll(/\s+/g, ' ').trim(), plan: planOf(handle, sql) }))
  expect(ran.size).toBeGreaterThan(50)
  expect(plans.filter(({ plan }) => plan.some((line) => growing.test(line)))).toEqual([])
})

it.each([...OPEN_STATUSES, 'skipped', 'manual'] as const)(
  'reads %s orders from the index of what is going on, already sorted',
  (status) => {
    const { handle, ran } = recording(openTestDatabase())
    createRepositories(handle).orders.inStatus(1, status)

    const plans = [...ran].map((sql) => planOf(handle, sql))

    expect(plans).toEqual([
      [expect.stringMatching(/^SEARCH orders USING INDEX orders_going_on \(connection_id=\? AND status=\?/)],
    ])
  },
)

it('reads deadlines from the index of what is to be decided, already sorted', () => {
  const { handle, ran } = recording(openTestDatabase())
  createRepositories(handle).orders.deadlines(1)

  const plans = [...ran].map((sql) => planOf(handle, sql))

  expect(plans).toEqual([[expect.stringMatching(/^SEARCH orders USING INDEX orders_to_decide \(connection_id=\?\)/)]])
})

const planOf = (db: Database, sql: string): readonly string[] => {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null])
  const positions = Array.from({ length: sql.split('?').length - 1 }, () => null)
  const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`)
  const rows = names.length > 0 ? statement.all(Object.fromEntries(names)) : statement.all(...positions)
  return (rows as readonly { readonly detail: string }[]).map(({ detail }) => detail) // SQLite's own shape
}
