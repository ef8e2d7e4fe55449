import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNavette, type Navette } from '../../../src/main/navette.ts'
import { startPracticeAccount } from '../../../src/main/practice/rakuten-france/index.ts'
import { aParcel } from '../../batteries/back-office/harness.ts'
import { clockByHand } from '../../helpers/clock-by-hand.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { asConfigured, type Shop, shops } from '../../simulators/shops.ts'
import type { AnySimulator } from '../../simulators/simulator.ts'
import type { Spoiling } from '../../simulators/wire.ts'

const FIVE_MINUTES = 300_000
const START = '2026-01-12T09:00:00.000Z'
/** Cycles in which the wire burns, and those in which it has calmed down: more than an hour's back-off and the thirty minutes of a read-back. */
const [BURNING, CALM] = [6, 30]
const PRODUCTS = [
  { sku: 'MUG-BLUE', title: 'Blue mug', priceCents: 1290, stock: 40 },
  { sku: 'MUG-RED', title: 'Red mug', priceCents: 1995, stock: 40 },
]

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

/** What a shop does with an order that came, after so many cycles. */
const fate = fc.record({
  does: fc.constantFrom('completes', 'cancels', 'nothing'),
  after: fc.integer({ min: 0, max: BURNING + 2 }),
})
const order = fc.record({
  units: fc.array(fc.constantFrom('MUG-BLUE', 'MUG-RED'), { minLength: 1, maxLength: 3 }),
  shippingCents: fc.constantFrom(0, 399, 651),
  fate,
})
const fire = fc.record({
  at: fc.integer({ min: 0, max: BURNING - 1 }),
  how: fc.constantFrom<Spoiling>(
    ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall', 'page', 'empty', 'truncated'] as const),
  ),
  /** Calls that pass before it. */
  skip: fc.integer({ min: 0, max: 12 }),
  /** Only calls that change something. */
  writes: fc.boolean(),
})
const life = fc.record({
  orders: fc.array(order, { minLength: 1, maxLength: 3 }),
  fires: fc.array(fire, { maxLength: 10 }),
})
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never

const spoilNext = ({ wire, fire }: AnySimulator, { how, skip, writes }: Life['fires'][number]): void => {
  let passing = skip
  const burning = wire ?? fire
  burning?.spoil(how, ({ method }) => (!writes || method !== 'GET') && passing-- <= 0)
}

interface World {
  readonly navette: Navette
  readonly shop: AnySimulator
  readonly clock: ReturnType<typeof clockByHand>
  /** All that was logged. */
  readonly logged: readonly string[]
  /** What broke in us. */
  readonly bugs: readonly string[]
  readonly secrets: readonly string[]
  readonly rakuten: Awaited<ReturnType<typeof startPracticeAccount>>
}

/** The whole program, from one end to the other, between two servers on loopback. */
const openWorld = async ({ definition, start }: Shop): Promise<World & { close(): Promise<void> }> => {
  const clock = clockByHand(START)
  const shop = await start({ now: clock.now })
  const rakuten = await startPracticeAccount({ now: clock.now, importDuration: 0 })
  rakuten.world.setInventory(PRODUCTS)
  await shop.there.addProducts(PRODUCTS)
  const { settings, environment: ofShop } = asConfigured(definition, shop.values)
  const secrets = { RAKUTEN_TOKEN: rakuten.token, ...ofShop }
  const environment = { NAVETTE_DATABASE_KEY: '0123456789abcdef'.repeat(4), ...secrets }
  const logged: string[] = []
  const bugs: string[] = []
  const write = (text: string, facts: object = {}): void => void logged.push(`${text} ${JSON.stringify(facts)}`)
  const navette = await createNavette({
    ...{ dataDir: temporaryFolder(), clock, resources, holder: 'a test' },
    secrets: { kind: 'environment', environment },
    log: { info: write, warn: write, error: (text, facts) => void bugs.push(inspect([text, facts])) },
    announce: () => {},
    about: { version: 'test', host: 'web', platform: process.platform, systemLocale: 'en' },
  })
  const connection = {
    ...{ label: 'Rakuten', marketplace: 'rakuten-france', backOffice: 'Boutique', stockUpdates: true },
    settings: { login: rakuten.login, token: { env: 'RAKUTEN_TOKEN' }, baseUrl: rakuten.baseUrl },
  }
  const office = { label: 'Boutique', kind: definition.id, settings }
  await navette.accounts.applyConfiguration({
    text: JSON.stringify({ backOffices: [office], connections: [connection] }),
    ...{ environment, secrets: 'environment' },
  })
  return {
    ...{ navette, shop, clock, rakuten, logged, bugs },
    secrets: Object.values(secrets),
    async close() {
      await navette.close()
      await shop.close()
      await rakuten.close()
    },
  }
}

/** Lives it through; resolves with the purchase ids, in the order of the life's orders. */
const live = async ({ navette, shop, clock, rakuten }: World, { orders, fires }: Life): Promise<readonly string[]> => {
  const bought = orders.map(({ units, shippingCents }) =>
    rakuten.world.buy({
      items: units.map((sku) => ({ sku, priceCents: PRODUCTS.find((one) => one.sku === sku)?.priceCents ?? 0 })),
      ...{ shippingCents, deliveryMode: 'Suivi', at: Date.parse(START) - 3_600_000 },
    }),
  )
  const met = new Set<string>()
  for (let cycle = 0; cycle < BURNING + CALM; cycle += 1) {
    for (const one of fires) if (one.at === cycle) spoilNext(shop, one)
    await navette.engine.sync()
    await shop.goOn?.()
    if (cycle === BURNING) (shop.wire ?? shop.fire)?.calm()
    for (const [index, { fate }] of orders.entries()) {
      const id = bought[index] ?? ''
      const [kept] = navette.repositories.orders.byReference(id)
      if (kept?.backOfficeRef == null || kept.status !== 'placed' || met.has(id) || cycle < fate.after) continue
      met.add(id)
      const key = { backOfficeRef: kept.backOfficeRef, reference: `RKT-${id}` }
      if (fate.does === 'completes')
        await shop.there.complete(key, [aParcel({ trackingNumber: `6A1234567890${index}` })])
      if (fate.does === 'cancels') await shop.there.cancel(key)
    }
    clock.advance(FIVE_MINUTES)
  }
  return bought
}

const ENDS = { completes: 'shipped', cancels: 'cancelled', nothing: 'placed' } as const

describe.each(shops)('$name behind a wire that burns', (shop) => {
  it('holds each order once, its units off the shelf once, writes no secret down, and each ends as the shop decided', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(life, async (lived) => {
        const world = await openWorld(shop)
        try {
          const bought = await live(world, lived)

          const { navette, rakuten } = world
          const office = world.shop.seen ?? (await navette.accounts.openBackOffice(1, 'sku'))
          const onShelf = new Map(PRODUCTS.map(({ sku, stock }) => [sku, stock]))
          const { items, skus } = rakuten.ledger()
          for (const [index, id] of bought.entries()) {
            const { fate, units } = lived.orders[index] ?? { fate: { does: 'nothing' } as const, units: [] }
            const [kept] = navette.repositories.orders.byReference(id)
            const problems = navette.repositories.problems.of({ orderId: kept?.id ?? 0 }).map(({ message }) => message)
            expect([kept?.status, problems]).toEqual([ENDS[fate.does], []])
            expect(await office.findOrders(`RKT-${id}`)).toHaveLength(1)
            if (fate.does !== 'cancels') for (const sku of units) onShelf.set(sku, (onShelf.get(sku) ?? 0) - 1)
            for (const item of Object.values(items).filter(({ purchaseId }) => purchaseId === id)) {
              expect(item).toMatchObject({ accepted: 1, refused: 0, shipped: fate.does === 'completes' })
              expect(item.shipments).toHaveLength(fate.does === 'completes' ? 1 : 0)
              expect(item.cancelledBy).toBe(fate.does === 'cancels' ? 'seller' : null)
            }
          }
          const stories = bought.flatMap((id) =>
            navette.repositories.orders.byReference(id).flatMap((kept) => navette.repositories.timeline.of(kept.id)),
          )
          expect(world.bugs).toEqual([])
          expect(stories.length).toBeGreaterThan(0)
          const written = [...world.logged, JSON.stringify(stories)].join('\n')
          for (const secret of world.secrets) expect(written).not.toContain(secret)
          const stock = await office.readStock()
          expect(new Map(stock.map(({ sku, available }) => [sku, available]))).toEqual(onShelf)
          for (const [sku, units] of onShelf) expect([sku, skus[sku]?.stock]).toEqual([sku, units])
        } finally {
          await world.close()
        }
      }),
      { numRuns: 4 },
    )
  })
})
