import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { type OpenedMagento, openMagento, stockOf } from './open-magento.ts'

/** A number below the one given, and not below nothing. */
type Random = (below: number) => number

const SKUS = ['MUG-BLUE', 'MUG-RED'] as const

/** Everything that can happen to stock in a shop, ours and others' doing, in any order. */
const happenings = ({ backOffice, hands }: OpenedMagento, random: Random) => {
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

/** Which of them happens, and what it rolls for its details. */
const step = fc.record({
  act: fc.nat({ max: 10 }),
  dice: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
})

describe('what Navette says can be sold', () => {
  it.each([
    ['a shop that reserves nothing for our orders', false, 'navette'],
    ['a shop that reserves them', true, 'navette'],
    ['a shop that reserves them, and is trusted', true, 'shop'],
  ])(
    'from %s is what the shelf really has free, whatever happens, the cron at any moment included',
    {
      timeout: 60_000,
    },
    async (_, reservesDirectOrders, reservations) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), async (steps) => {
          const opened = await openMagento({ values: { reservations } })
          const { backOffice, hands } = opened
          hands.setup.reservesDirectOrders = reservesDirectOrders
          let dice: readonly number[] = []
          let rolled = 0
          const acts = happenings(opened, (below) => (dice[rolled++ % dice.length] ?? 0) % below)

          for (const { act, dice: its } of steps) {
            dice = its
            rolled = 0
            await acts[act]?.()

            const free = Object.fromEntries(SKUS.map((sku) => [sku, Math.max(0, hands.free(sku))]))
            expect(await stockOf(backOffice)).toEqual(free)
          }
        }),
        { numRuns: 8 },
      )
    },
  )
})
