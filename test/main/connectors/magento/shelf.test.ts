import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { type OpenedMagento, openMagento, stockOf } from './open-magento.ts'

/** Numbers that look random and are the same each time (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const SKUS = ['MUG-BLUE', 'MUG-RED'] as const

/** Everything that can happen to stock in a shop, ours and others' doing, in any order. */
const happenings = ({ backOffice, hands }: OpenedMagento, random: (below: number) => number) => {
  let orders = 0
  const sku = (): string => SKUS[random(SKUS.length)] ?? SKUS[0]
  const someOrder = (): string | null => {
    const all = hands.orders()
    const order = all[random(Math.max(all.length, 1))]
    return order === undefined ? null : String(order.entity_id)
  }
  /** What the shop refuses in the state things are in does not happen. */
  const perhaps = (act: (ref: string) => void): void => {
    const ref = someOrder()
    if (ref === null) return
    try {
      act(ref)
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Refusal') throw error
    }
  }
  const key = (ref: string) => ({ backOfficeRef: ref, reference: hands.order(ref).ext_order_id ?? '' })
  const isOurs = (ref: string): boolean => !hands.order(ref).isOwn

  return [
    async () => {
      orders += 1
      const lines = [aPlacedLine({ sku: sku(), quantity: 1 + random(3) }), aPlacedLine({ sku: sku() })]
      await backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${orders}`, lines }))
    },
    async () => void hands.buyInShop(sku(), 1 + random(2)),
    async () => perhaps((ref) => hands.invoice(ref)),
    async () => perhaps((ref) => hands.ship(ref)),
    async () => perhaps((ref) => hands.ship(ref, { units: [{ sku: sku(), quantity: 1 }] })),
    async () => perhaps((ref) => void hands.cancel(ref)),
    async () => perhaps((ref) => hands.refund(ref, [{ sku: sku(), quantity: 1 }], random(2) === 0)),
    async () => hands.runCompensations(),
    async () => hands.putIntoSource(sku(), 'default', 3 + random(20)),
    async () => {
      const ref = someOrder()
      if (ref !== null && isOurs(ref)) await backOffice.cancelOrder(key(ref), 'The buyer cancelled')
    },
    async () => {
      const ref = someOrder()
      if (ref !== null && isOurs(ref)) await backOffice.keepUnits(key(ref), [{ sku: sku(), quantity: 1 }])
    },
  ]
}

const STEPS = 40

describe('what Navette says can be sold', () => {
  describe.each([
    ['a shop that reserves nothing for our orders', false, 'navette'],
    ['a shop that reserves them', true, 'navette'],
    ['a shop that reserves them, and is trusted', true, 'shop'],
  ])('from %s', (_, reservesDirectOrders, reservations) => {
    it.each([1, 2, 3, 4, 5, 6])(
      'is what the shelf really has free, whatever happens, cron runs at any moment included (seed %i)',
      async (seed) => {
        const opened = await openMagento({ values: { reservations } })
        const { backOffice, hands } = opened
        hands.setup.reservesDirectOrders = reservesDirectOrders
        const random = randomFrom(seed)
        const acts = happenings(opened, random)

        for (let step = 0; step < STEPS; step += 1) {
          const at = random(acts.length)
          await acts[at]?.()

          const free = Object.fromEntries(SKUS.map((sku) => [sku, Math.max(0, hands.free(sku))]))
          expect(await stockOf(backOffice), `step ${step}, act ${at}`).toEqual(free)
        }
      },
    )
  })
})
