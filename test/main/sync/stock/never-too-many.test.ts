import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OrderIn } from '../../../../src/main/domain/order.ts'
import { anItem, anOrder } from '../../../helpers/an-order.ts'
import { keepOrders } from '../../../helpers/keep-orders.ts'
import { aStockWorld, type StockWorld } from './a-stock-world.ts'

const SKUS = ['MUG', 'CUP', 'BOWL'] as const
const sku = fc.constantFrom(...SKUS)
const minutesLater: fc.Arbitrary<number> = fc.constantFrom(1, 2, 5, 7, 8, 20)
const units = fc.integer({ min: 1, max: 6 })

/** What can happen between two looks of the desk, and the looks themselves. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cycle' as const), after: minutesLater }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('timer' as const), after: minutesLater }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('order' as const), sku, units }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('place' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restock' as const), sku, units }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sync-now' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      kind: fc.constantFrom('drop-before', 'drop-after', 'half-stock-file', 'stock-file-rejected'),
    }),
  },
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** The units that could be sold at this moment: on the shelf, and in no order that is still to be placed. */
const free = ({ products, repositories }: StockWorld, of: string): number => {
  const held = repositories.orders.unitsHeld(1).filter((one) => one.sku === of)
  return Math.max((products.get(of)?.stock ?? 0) - held.reduce((sum, { units: count }) => sum + count, 0), 0)
}

const createPlayer = (world: StockWorld) => {
  const waiting: OrderIn<'imported'>[] = []
  let desk = world.desk
  let orders = 0

  const onShelf = (of: string): number => world.products.get(of)?.stock ?? 0
  const order = (of: string, count: number): void => {
    orders += 1
    const reference = `R${orders}`
    const items = Array.from({ length: count }, (_, index) => anItem({ itemId: `${reference}-${index}`, sku: of }))
    keepOrders(world.repositories, anOrder({ reference, items }))
    waiting.push(...world.repositories.orders.inStatus(1, 'imported').filter((one) => one.reference === reference))
  }
  /** The back office takes the units off its shelf in the moment in which it is given the order. */
  const place = (): void => {
    const next = waiting.shift()
    if (next === undefined) return
    const { id, revision, reference, items } = next
    const placed = anOrder({ status: 'placed', reference, items })
    const { sku: of = '' } = next.items[0] ?? {}
    world.stockOnThisPc(of, Math.max(onShelf(of) - next.items.length, 0))
    world.repositories.orders.save({ ...placed, id, revision })
  }
  const cycle = async (): Promise<void> => {
    await desk.tellSoldOut(world.corridor())
    await desk.push(world.corridor())
  }

  return async (happening: Event): Promise<void> => {
    if ('after' in happening) world.pass(happening.after)
    if (happening.do === 'order') order(happening.sku, happening.units)
    if (happening.do === 'place') place()
    if (happening.do === 'restock') world.stockOnThisPc(happening.sku, onShelf(happening.sku) + happening.units)
    if (happening.do === 'restart') desk = world.restart()
    if (happening.do === 'fail')
      world.account.faults.add({ kind: happening.kind as 'drop-after', action: 'genericimportfile' })
    // A failed upload is the cycle's to report, not this test's.
    if (happening.do === 'cycle') await cycle().catch(() => undefined)
    if (happening.do === 'timer') await desk.push(world.corridor(), 'timer').catch(() => undefined)
    if (happening.do === 'sync-now') await desk.syncNow(world.corridor(), {}).catch(() => undefined)
  }
}

it('tells Rakuten no unit that is not free at that moment, ten files an hour at most, and comes to tell the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const start = { MUG: 5, CUP: 1, BOWL: 0 }
      const world = await aStockWorld({
        atRakuten: { MUG: 2, CUP: 2, BOWL: 2 },
        onThisPc: start,
        stockFilesPerHour: 10,
      })
      const play = createPlayer(world)

      for (const happening of events) {
        const before = world.account.calls.length
        await play(happening)
        const sent = world.files(before).flat()
        for (const [of, quantity] of sent) expect(quantity, `${quantity} ${of}`).toBeLessThanOrEqual(free(world, of))
      }

      world.account.faults.clear()
      for (const after of [61, 8, 8, 61, 8, 8, 8]) await play({ do: 'cycle', after })
      const shown = world.account.ledger().skus
      expect(SKUS.map((of) => shown[of]?.stock)).toEqual(SKUS.map((of) => free(world, of)))
      const refused = world.account.calls.filter(
        ({ action, outcome }) => action === 'genericimportfile' && outcome.includes('Quota'),
      )
      expect(refused).toEqual([])
      await world.account.close()
    }),
    { numRuns: 60 },
  )
}, 120_000)
