import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import {
  bodiesOf,
  callOf,
  callsTo,
  type OpenedShopware,
  openShopware,
  statesOf,
  stockOf,
  VERSIONS,
} from './open-shopware.ts'

const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })
const OVER = { order: 'cancelled', deliveries: ['cancelled'], transactions: ['refunded'] }
const isCancel = (call: Parameters<typeof callOf>[0]): boolean => callOf(call).startsWith('POST _action/order/')

const openWithOrder = async (options: Parameters<typeof openShopware>[0] = {}) => {
  const opened = await openShopware(options)
  const placed = await opened.backOffice.placeOrder(order)
  return { ...opened, opened, placed, cancel: () => opened.backOffice.cancelOrder(placed, 'The buyer cancelled') }
}

const timesCancelled = (opened: OpenedShopware): number =>
  callsTo(opened).filter((call) => call.startsWith('POST _action/order/')).length

describe('cancelling an order in Shopware', () => {
  it.each(VERSIONS)('cancels its delivery, refunds its payment, and its units are back, once: %s', async (version) => {
    const { opened, placed, cancel } = await openWithOrder({ version })

    await cancel()
    await cancel()

    expect(statesOf(opened, placed.backOfficeRef)).toEqual(OVER)
    expect(timesCancelled(opened)).toBe(1)
    expect(await stockOf(opened.backOffice)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
  })

  it('says the boolean no to mails with every step', async () => {
    const { opened, cancel } = await openWithOrder()

    await cancel()

    const steps = ['order', 'order_delivery', 'order_transaction'].flatMap((entity) =>
      bodiesOf(opened, `POST _action/${entity}/…/state/${entity === 'order_transaction' ? 'refund' : 'cancel'}`),
    )
    expect(steps).toEqual([{ sendMail: false }, { sendMail: false }, { sendMail: false }])
  })

  it('tells the reason where the shop has a place for it', async () => {
    const { opened, cancel } = await openWithOrder({ version: '6.7.2.0' })

    await cancel()

    expect(bodiesOf(opened, 'POST _action/order/…/state/cancel')).toEqual([
      { sendMail: false, internalComment: 'The buyer cancelled' },
    ])
  })

  it('leaves a cancellation of people as they left it', async () => {
    const { opened, there, placed, cancel } = await openWithOrder()
    await there.cancel(placed)

    expect(await cancel()).toBe('cancelled')

    expect(statesOf(opened, placed.backOfficeRef)).toMatchObject({ deliveries: ['open'], transactions: ['paid'] })
    expect(timesCancelled(opened)).toBe(0)
  })

  it('cancels a payment that never came, and lets one be that is over', async () => {
    const { opened, simulator, placed, cancel } = await openWithOrder()
    const [payment] = simulator.hands.transactionsOf(placed)
    simulator.hands.move('order_transaction', payment?.id ?? '', 'refund')

    await cancel()

    expect(callsTo(opened).filter((call) => call.includes('order_transaction'))).toEqual([])
    expect(statesOf(opened, placed.backOfficeRef)).toEqual(OVER)
  })

  it.each([
    ['a part has left', 'order_delivery', 'ship_partially'],
    ['all has left', 'order_delivery', 'ship'],
  ] as const)('is declined when %s', async (_, entity, action) => {
    const { opened, simulator, placed, cancel } = await openWithOrder()
    const [delivery] = simulator.hands.deliveriesOf(placed)
    simulator.hands.move(entity, delivery?.id ?? '', action)

    expect(await cancel()).toEqual({ declined: expect.stringMatching(/Order RKT-214001 has left/) })

    expect(timesCancelled(opened)).toBe(0)
  })

  it('is declined in the shop’s words where its own machine does not go that way', async () => {
    const { simulator, opened, placed, cancel } = await openWithOrder({
      version: '6.7.2.0',
      values: { completedStates: '', restock: 'no' },
    })
    simulator.hands.move('order', placed.backOfficeRef, 'process')
    simulator.hands.move('order', placed.backOfficeRef, 'complete')

    expect(await cancel()).toEqual({ declined: expect.stringContaining('Illegal transition') })

    expect(simulator.hands.linesOf(placed)).toMatchObject([{ type: 'product' }])
    expect(statesOf(opened, placed.backOfficeRef)).toMatchObject({ order: 'completed', deliveries: ['open'] })
  })
})

describe('a cancellation in Shopware that is cut short', () => {
  const spoilings: readonly Spoiling[] = [
    ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall', 'page', 'empty', 'truncated'] as const),
  ]
  const cases = spoilings.flatMap((how) => ['yes', 'no'].map((restock) => [how, restock] as const))

  it.for(cases)(
    'ends whole when it is said again, whichever call it was: %s, restock %s',
    { timeout: 60_000 },
    async ([how, restock]) => {
      for (let at = 0; at < 7; at += 1) {
        const { opened, clock, simulator, placed, cancel } = await openWithOrder({ values: { restock } })
        let passing = at
        simulator.wire.spoil(how, () => passing-- <= 0, 2)

        for (let tries = 0; tries < 3; tries += 1) {
          await cancel().catch(() => clock.advance(10 * 60_000))
          simulator.wire.calm()
        }

        expect(await cancel()).toBe('cancelled')
        expect(statesOf(opened, placed.backOfficeRef)).toEqual(OVER)
        expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': restock === 'yes' ? 10 : 7 })
      }
    },
  )

  it('is ended by the next look at the orders, where nobody says it again', async () => {
    const { opened, backOffice, simulator, placed, cancel } = await openWithOrder()
    simulator.wire.spoil('lost-answer', isCancel)
    await expect(cancel()).rejects.toMatchObject({ outcome: 'unknown' })

    await backOffice.readShipments([placed])

    expect(statesOf(opened, placed.backOfficeRef)).toEqual(OVER)
    expect(timesCancelled(opened)).toBe(1)
  })

  it('keeps nobody from looking at orders when the shop will not have the rest moved', async () => {
    const { opened, backOffice, simulator, placed, cancel } = await openWithOrder()
    simulator.wire.spoil('lost-answer', isCancel)
    await expect(cancel()).rejects.toMatchObject({ outcome: 'unknown' })
    simulator.hands.move('order_transaction', simulator.hands.transactionsOf(placed)[0]?.id ?? '', 'cancel')
    simulator.shop.role = simulator.shop.role?.filter((one) => one !== 'order:update') ?? null

    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'cancelled' })

    const before = callsTo(opened).length
    await backOffice.readShipments([placed])
    expect(callsTo(opened, before)).toEqual(['POST search/order'])
  })

  it('is not taken for ours when it never was made', async () => {
    const { opened, backOffice, simulator, there, placed, cancel } = await openWithOrder()
    simulator.wire.spoil('firewall', isCancel)
    await expect(cancel()).rejects.toMatchObject({ outcome: 'not-done' })
    await there.cancel(placed)

    await backOffice.readShipments([placed])

    expect(statesOf(opened, placed.backOfficeRef)).toMatchObject({ deliveries: ['open'], transactions: ['paid'] })
  })
})

describe('units of a cancelled order that shall stay off the shelf', () => {
  it.each(['6.6.10.3', '6.7.2.0'])('stay off it: %s', async (version) => {
    const { opened, placed, cancel } = await openWithOrder({ version, values: { restock: 'no' } })

    await cancel()
    await cancel()

    expect(statesOf(opened, placed.backOfficeRef)).toEqual(OVER)
    expect(await stockOf(opened.backOffice)).toEqual({ 'MUG-BLUE': 7, 'MUG-RED': 5 })
  })

  it('are not taken a second time when somebody reopens the order', async () => {
    const { opened, simulator, placed, cancel } = await openWithOrder({ values: { restock: 'no' } })
    await cancel()

    simulator.hands.move('order', placed.backOfficeRef, 'reopen')

    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 7 })
  })

  it('come back before 6.6, where they never left the figure, and the connection test says so', async () => {
    const { opened, backOffice, cancel } = await openWithOrder({ version: '6.5.8.14', values: { restock: 'no' } })

    await cancel()

    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 10 })
    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).toMatchObject([
      { name: 'Stock of cancelled units', message: expect.stringContaining('6.5.8.14') },
    ])
  })
})
