import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../helpers/an-order-to-place.ts'
import { RETRY_AFTER_SECONDS, type Spoiling, type Wire } from '../../simulators/wire.ts'
import { type BackOfficeHarness, type OpenedBackOffice, openWithMugs } from './harness.ts'

interface Outside extends OpenedBackOffice {
  readonly wire: Wire
}

/** With an order placed; null for a back office that calls nobody. */
const openOutside = async (harness: BackOfficeHarness) => {
  const opened = await openWithMugs(harness)
  const placed = await opened.backOffice.placeOrder(anOrderToPlace())
  return isOutside(opened) ? { ...opened, placed } : null
}
const isOutside = (opened: OpenedBackOffice): opened is Outside => opened.wire !== null

export const trustPromises = (harness: BackOfficeHarness): void => {
  const reads = [
    ['stock', 'readStock'],
    ['an order by its reference', 'findOrders'],
    ['how orders get on', 'readShipments'],
  ] as const

  describe('an answer that cannot be trusted', () => {
    describe.each(reads)('while reading %s', (_, what) => {
      it.for<Spoiling>(['page', 'empty', 'truncated', 'server-error', 'firewall'])(
        'is a fault, never nothing: %s',
        async (how, { skip }) => {
          const outside = await openOutside(harness)
          if (outside === null) return skip('calls nobody')
          const { backOffice, wire, placed } = outside
          const ask = {
            readStock: () => backOffice.readStock(),
            findOrders: () => backOffice.findOrders(placed.reference),
            readShipments: () => backOffice.readShipments([placed]),
          }[what]
          wire.spoil(how, () => true, 20)

          await expect(ask()).rejects.toMatchObject({ name: 'Fault', outcome: 'not-done' })
        },
      )

      it.for<Spoiling>(['lost-request', 'lost-answer', 'slow', 'truncated'])(
        'is got over when it comes once: %s',
        async (how, { skip }) => {
          const outside = await openOutside(harness)
          if (outside === null) return skip('calls nobody')
          const { backOffice, wire, placed } = outside
          const before = await backOffice.readStock()
          wire.spoil(how)

          if (what === 'readStock') expect(await backOffice.readStock()).toEqual(before)
          else if (what === 'findOrders') expect(await backOffice.findOrders(placed.reference)).toHaveLength(1)
          else
            expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({
              state: 'open',
            })
        },
      )
    })

    it.for<Spoiling>(['lost-answer', 'server-error', 'page', 'empty', 'truncated'])(
      'to a creation leaves it in doubt, and a look-up finds the one order: %s',
      async (how, { skip }) => {
        const opened = await openWithMugs(harness)
        if (!isOutside(opened) || opened.isCreation === null) return skip('calls nobody')
        const { backOffice, wire, isCreation } = opened
        wire.spoil(how, isCreation)
        const order = anOrderToPlace()

        await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ name: 'Fault', outcome: 'unknown' })

        const found = await backOffice.findOrders(order.reference)
        expect(found).toHaveLength(1)
        const [only] = found
        const whole = only && ((await backOffice.finishOrder?.(order, only)) ?? only)
        expect(whole).toMatchObject({ state: 'open', totalCents: harness.keepsNoPrices ? null : 1689 })
      },
    )

    it('that says to come back later is obeyed: nothing is asked before', async ({ skip }) => {
      const outside = await openOutside(harness)
      if (outside === null) return skip('calls nobody')
      const { backOffice, wire, calls } = outside
      wire.spoil('busy')

      await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'busy', retryAt: expect.any(String) })
      const before = calls()
      await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'busy' })

      expect(calls()).toBe(before)
      outside.clock?.advance((RETRY_AFTER_SECONDS + 1) * 1000)
      expect(await backOffice.readStock()).toHaveLength(2)
    })
  })

  describe('a key that was taken back', () => {
    it('is a fault of credentials in words that name the side, and a failed check', async ({ skip }) => {
      const opened = await openWithMugs(harness)
      if (opened.there.revoke === null) return skip('has no key')
      const { backOffice, there } = opened
      await there.revoke?.()

      await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials', side: expect.any(String) })
      await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
        kind: 'credentials',
        outcome: 'not-done',
      })
      expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).not.toEqual([])
    })
  })

  it.skipIf(harness.capabilities.callsPer500Orders === 0)('has a wire that can be spoilt', async () => {
    expect((await harness.open()).wire).not.toBeNull()
  })
}
