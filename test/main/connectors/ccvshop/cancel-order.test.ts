import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { openCcv } from './open-ccv.ts'

const THREE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })

/** What the shop does with stock, what the seller says it does, and what he wants; ten were there, three were ordered. */
const SHOPS = [
  ['goes down and up', { lowers: true, givesBack: true }, 'yes', 'yes', 10],
  ['goes down and up', { lowers: true, givesBack: true }, 'yes', 'no', 7],
  ['goes down and stays down', { lowers: true, givesBack: false }, 'down', 'yes', 10],
  ['goes down and stays down', { lowers: true, givesBack: false }, 'down', 'no', 7],
  ['does not move', { lowers: false, givesBack: false }, 'no', 'yes', 10],
  ['does not move', { lowers: false, givesBack: false }, 'no', 'no', 7],
] as const

describe.each(SHOPS)(
  'cancelling where stock %s (%o), set to “%s”, units back: “%s”',
  (_, kind, stockFollows, restock, left) => {
    it('leaves the stock as the seller wants it, however often it is asked', async () => {
      const { backOffice, reconnect, product, only } = await openCcv(kind, { stockFollows, restock })
      const placed = await backOffice.placeOrder(THREE)
      const between = product('MUG-BLUE').stock

      expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
      expect(await reconnect().cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

      expect([between, product('MUG-BLUE').stock, only().status]).toEqual([7, left, 8])
    })

    it.each<Spoiling>(['lost-request', 'lost-answer', 'server-error', 'truncated'])(
      'does so when any of its calls is cut short and it is asked again: %s',
      async (how) => {
        for (let at = 0; at < 8; at += 1) {
          const { backOffice, reconnect, product, only, simulator } = await openCcv(kind, { stockFollows, restock })
          const placed = await backOffice.placeOrder(THREE)
          let passing = at
          simulator.wire.spoil(how, () => passing-- <= 0, 2)

          for (let tries = 0; tries < 4; tries += 1)
            await reconnect()
              .cancelOrder(placed, '')
              .catch(() => undefined)

          expect([at, product('MUG-BLUE').stock, only().status]).toEqual([at, left, 8])
        }
      },
    )
  },
)

describe('an order that people cancelled in the back end', () => {
  it('is cancelled, and its stock is their business', async () => {
    const { backOffice, there, product } = await openCcv({ lowers: true, givesBack: false }, { stockFollows: 'down' })
    const placed = await backOffice.placeOrder(THREE)
    await there.cancel(placed)

    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')

    expect(product('MUG-BLUE').stock).toBe(7)
  })
})

describe('an order that is no longer in the shop’s hands', () => {
  it.each([
    [5, 'Order W-1003 has left the shop already (Sent).'],
    [7, 'Order W-1003 has left the shop already (Completed).'],
    [10, 'Order W-1003 is in somebody’s hands (Being packaged).'],
    [11, 'Order W-1003 is in somebody’s hands (Ready to be collected).'],
  ])('is not cancelled, in words: status %i', async (status, declined) => {
    const { backOffice, only, calledSince } = await openCcv()
    const placed = await backOffice.placeOrder(THREE)
    Object.assign(only(), { status, id: only().id })
    calledSince()

    const outcome = await backOffice.cancelOrder(placed, '')

    expect(outcome).toEqual({ declined: declined.replace('W-1003', placed.number) })
    expect(calledSince().map(({ method }) => method)).toEqual(['GET'])
  })

  it('is not cancelled once a code was noted', async () => {
    const { backOffice, only } = await openCcv()
    const placed = await backOffice.placeOrder(THREE)
    only().code = '3SABCD'

    expect(await backOffice.cancelOrder(placed, '')).toEqual({ declined: expect.stringContaining('tracking code') })
    expect(only().status).toBe(1)
  })
})
