import type { OrderQuery } from '../../src/main/db/orders-repository.ts'
import { type BenchCorridor, benchCorridor } from './bench-corridor.ts'
import { compare, type Measure, median } from './measure.ts'
import { keepPastOrders } from './past-orders.ts'

const ORDERS = 100_000
const TIMES = 21
/** What a seller does not notice, in milliseconds of the engine's time. */
const UNNOTICED_MS = 50

const FIRST_PAGE = { tab: 'all', sort: 'changedAt', direction: 'descending', offset: 0, limit: 100 } as const

const WAYS: readonly (readonly [string, OrderQuery])[] = [
  ['the first page', FIRST_PAGE],
  ['the last page', { ...FIRST_PAGE, offset: ORDERS - 100 }],
  ['a search that finds one', { ...FIRST_PAGE, search: '100099999' }],
  ['a search that finds all', { ...FIRST_PAGE, search: 'le' }],
]

/** Lists and searches among 100,000 orders: the engine's time against what nobody notices. */
export const listOrders = async (): Promise<readonly Measure[]> => {
  const bench = await benchCorridor({})
  keepPastOrders(bench, ORDERS)
  const rows: Measure[] = []
  for (const [name, query] of WAYS)
    rows.push(
      compare({
        group: 'list',
        name: `${name} of ${ORDERS} orders`,
        ours: medianOf(bench, query),
        floor: UNNOTICED_MS,
        unit: 'ms',
        goal: 1,
      }),
    )
  await bench.close()
  return rows
}

/** Processor time, so that whatever else the machine does is left out. */
const medianOf = ({ navette }: BenchCorridor, query: OrderQuery): number =>
  median(
    Array.from({ length: TIMES }, () => {
      const before = process.cpuUsage()
      navette.repositories.orders.list(query)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    }),
  )
