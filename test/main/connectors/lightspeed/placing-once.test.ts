import { describe, expect, it } from 'vitest'
import type { BackOffice, OrderToPlace, PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { aLightspeed } from './a-lightspeed.ts'

const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED' })] })

type Opened = Awaited<ReturnType<typeof aLightspeed>>

const outcomeOf = async (work: () => Promise<PlacedOrder>): Promise<PlacedOrder | Fault> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** What the engine does after a try that failed: a look-up, and another try only when nothing is found. */
const goOn = async (office: BackOffice, asked: OrderToPlace): Promise<PlacedOrder> => {
  const [found, second] = await office.findOrders(asked.reference)
  if (second !== undefined) throw new Error('Two orders under one reference')
  return found === undefined ? office.placeOrder(asked) : ((await office.finishOrder?.(asked, found)) ?? found)
}

const expectOnce = ({ shop, only, unitsOf }: Opened, placed: PlacedOrder): void => {
  expect(only().lines.map(({ articleCode, ordered }) => [articleCode, ordered])).toEqual([
    ['MUG-BLUE', 2],
    ['MUG-RED', 1],
  ])
  expect(only()).toMatchObject({ paymentStatus: 'paid', allowNotifications: false })
  expect([unitsOf('MUG-BLUE'), unitsOf('MUG-RED')]).toEqual([8, 4])
  expect(placed).toMatchObject({ state: 'open', totalCents: 2 * 1290 + 1995 + 399 })
  expect([...shop.checkouts.values()].filter(({ orderId }) => orderId !== null)).toHaveLength(1)
  expect(shop.mails).toEqual([])
}

/** Calls that an undisturbed order takes. */
const CALLS = 16
const spoilings: readonly Spoiling[] = [
  'lost-request',
  'lost-answer',
  'server-error',
  'busy',
  'firewall',
  'page',
  'empty',
  'truncated',
]

describe('an order made through many calls', () => {
  it('takes as many as are spoilt below', async () => {
    const { backOffice, callsSince } = await aLightspeed()
    // What is kept for all orders is not counted.
    await backOffice.findOrders('RKT-0')
    const before = callsSince(0).length

    await backOffice.placeOrder(order)

    expect(callsSince(before)).toHaveLength(CALLS)
  })

  describe.each(spoilings)('of which one is spoilt (%s)', (how) => {
    it.each(Array.from({ length: CALLS }, (_, at) => at))(
      'is there once and whole, its units off the shelf once: call %i',
      async (at) => {
        const opened = await aLightspeed()
        await opened.backOffice.findOrders('RKT-0')
        let passing = at
        // A read is made twice.
        opened.simulator.wire.spoil(how, () => passing-- <= 0, 2)

        const first = await outcomeOf(() => opened.backOffice.placeOrder(order))
        if (first instanceof Fault && opened.shop.orders.size > 0) expect(first.outcome).toBe('unknown')
        opened.simulator.wire.calm()
        opened.clock.advance(300_000)

        expectOnce(opened, first instanceof Fault ? await goOn(opened.reopened(), order) : first)
      },
    )
  })

  it.each(Array.from({ length: CALLS }, (_, at) => at))(
    'is there once after a crash before call %i, in another process',
    async (at) => {
      const opened = await aLightspeed()
      await opened.backOffice.findOrders('RKT-0')
      let left = at
      const dying = opened.simulator.wire
      // Nothing gets through any more: as if the process had ended.
      dying.spoil('lost-request', () => left-- <= 0, 1_000)
      await outcomeOf(() => opened.backOffice.placeOrder(order))
      dying.calm()
      opened.clock.advance(300_000)

      expectOnce(opened, await goOn(opened.reopened(), order))
    },
  )

  it('is found by what it bears when our own records are lost, and nothing is made twice', async () => {
    const opened = await aLightspeed()
    await opened.placeWithoutAnswer(order)

    expectOnce(opened, await goOn(opened.forgetful(), order))
  })

  it('is made once when it is placed twice over', async () => {
    const opened = await aLightspeed()
    await opened.backOffice.placeOrder(order)

    expectOnce(opened, await opened.reopened().placeOrder(order))
  })

  it('says that nothing was done as long as the checkout was not ordered', async () => {
    const opened = await aLightspeed()
    opened.simulator.wire.spoil(
      'lost-answer',
      ({ method, url }) => method === 'PUT' && url.pathname.includes('/checkouts/'),
    )

    expect(await outcomeOf(() => opened.backOffice.placeOrder(order))).toMatchObject({
      kind: 'unreachable',
      outcome: 'not-done',
    })
  })

  it('is made anew, by another checkout, once the first was cancelled there', async () => {
    const { backOffice, simulator, shop } = await aLightspeed()
    const first = await backOffice.placeOrder(order)
    await simulator.there.cancel(first)

    const second = await backOffice.placeOrder(order)

    expect(second.backOfficeRef).not.toBe(first.backOfficeRef)
    expect(shop.checkouts.size).toBe(2)
    expect((await backOffice.findOrders(order.reference)).map(({ state }) => state).toSorted()).toEqual([
      'cancelled',
      'open',
    ])
  })

  it('is made anew where its unfinished checkout is gone', async () => {
    const opened = await aLightspeed()
    opened.simulator.wire.spoil('lost-request', opened.simulator.isCreation)
    await outcomeOf(() => opened.backOffice.placeOrder(order))
    opened.shop.checkouts.clear()

    expectOnce(opened, await goOn(opened.backOffice, order))
  })
})
