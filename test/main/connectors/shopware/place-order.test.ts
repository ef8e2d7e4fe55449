import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { rowsWhere } from '../../../simulators/shopware/state.ts'
import { bodiesOf, openShopware, ordersIn, statesOf, stockOf, VERSIONS } from './open-shopware.ts'

describe('an order in Shopware', () => {
  it.each(VERSIONS)('is open, paid and ready to ship, and takes its units: %s', async (version) => {
    const opened = await openShopware({ version })

    const placed = await opened.backOffice.placeOrder(anOrderToPlace())

    const states = { order: 'open', deliveries: ['open'], transactions: ['paid'] }
    expect(statesOf(opened, placed.backOfficeRef)).toEqual(states)
    expect(await stockOf(opened.backOffice)).toEqual({ 'MUG-BLUE': 9, 'MUG-RED': 5 })
  })

  it.each([
    ['6.6.10.3', false],
    ['6.7.2.0', true],
  ])('names its main delivery and payment from 6.7 on: %s', async (version, names) => {
    const opened = await openShopware({ version })

    await opened.backOffice.placeOrder(anOrderToPlace())

    const [body] = bodiesOf(opened, 'POST order')
    expect(body).toEqual(expect.objectContaining({ deliveries: expect.any(Array) }))
    expect(Object.keys(body as object).includes('primaryOrderDeliveryId')).toBe(names)
    expect(Object.keys(body as object).includes('primaryOrderTransactionId')).toBe(names)
  })

  it('bears our reference as its number and in a field of its own', async () => {
    const opened = await openShopware()

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect(ordersIn(opened)).toMatchObject([
      { orderNumber: 'RKT-214001', customFields: { mp_order_ref: 'RKT-214001' }, taxStatus: 'gross' },
    ])
  })

  it('bears an e-mail address that nobody receives, and the buyer’s where people read it', async () => {
    const opened = await openShopware()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace())
    const [delivery] = opened.simulator.hands.deliveriesOf(placed)
    opened.simulator.hands.move('order_delivery', delivery?.id ?? '', 'ship')

    expect(opened.simulator.shop.tables.order_customer).toMatchObject([{ email: 'rkt-214001@orders.invalid' }])
    expect(ordersIn(opened)[0]?.['customerComment']).toContain('elodie.lefebvre@example.fr')
    expect(opened.simulator.shop.mails).toEqual([])
  })

  it('goes by flows of nobody: every write says so', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace())
    await opened.backOffice.cancelOrder(placed, 'The buyer cancelled')

    const writes = opened.simulator.wire.received.filter(({ url }) => !/search|oauth|_info/.test(url.pathname))

    expect(writes).toHaveLength(4)
    expect(writes.map(({ headers }) => headers['sw-skip-trigger-flow'])).toEqual(['1', '1', '1', '1'])
  })

  it('has two lines of one product as two, each with a name of its own', async () => {
    const opened = await openShopware()
    const lines = [aPlacedLine({ priceCents: 1290 }), aPlacedLine({ priceCents: 1099 })]

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines }))

    const there = opened.simulator.hands.linesOf(placed)
    expect(new Set(there.map((line) => line['identifier'])).size).toBe(2)
    expect(await stockOf(opened.backOffice)).toMatchObject({ 'MUG-BLUE': 8 })
  })

  it('for a relay point bears the point’s address, name and number, and the buyer’s name', async () => {
    const opened = await openShopware()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))

    const [delivery] = opened.simulator.hands.deliveriesOf(placed)
    const [address] = rowsWhere(opened.simulator.shop, 'order_address', 'id', delivery?.['shippingOrderAddressId'])
    expect(address).toMatchObject({
      ...{ lastName: 'Lefebvre', company: 'Tabac de la Gare', street: '3 place de la Gare', zipcode: '59000' },
      ...{ additionalAddressLine1: 'Point relais FR-012345', customFields: { mp_relay_point: 'FR-012345' } },
    })
  })

  it.each([
    ['a city that is too long', { city: 'x'.repeat(71) }],
    ['a country the shop does not have', { countryCode: 'AX', country: 'Åland' }],
  ])('is billed to the delivery address where the other cannot be kept, and says so: %s', async (_, facts) => {
    const opened = await openShopware()

    const placed = await opened.backOffice.placeOrder(
      anOrderToPlace({ billing: anAddress({ postcode: '75001', ...facts }) }),
    )

    expect(placed.notes).toEqual([expect.stringContaining('delivery address stands in')])
    const [order] = ordersIn(opened)
    expect(rowsWhere(opened.simulator.shop, 'order_address', 'id', order?.['billingAddressId'])).toMatchObject([
      { zipcode: '59800' },
    ])
  })

  it.each([
    ['markup', '<b>Ana</b> & "Co"'],
    ['marks of direction and an emoji', '\u202eAna 🎁'],
  ])('keeps a hostile name as it is: %s', async (_, firstName) => {
    const opened = await openShopware()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ delivery: anAddress({ firstName }) }))

    expect((await opened.there.addressOf(placed)).name).toBe(`${firstName} ${anAddress().lastName}`)
  })

  it('names a line by as much of a title as the shop takes, and by its SKU where there is none', async () => {
    const opened = await openShopware()
    const lines = [aPlacedLine({ title: '🎁'.repeat(10_000) }), aPlacedLine({ title: ' ', priceCents: 1 })]

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ lines }))

    const labels = opened.simulator.hands.linesOf(placed).map((line) => line['label'])
    expect(labels).toEqual(['🎁'.repeat(255), 'MUG-BLUE'])
  })

  it.each([
    ['a name of 10,000 characters', { delivery: anAddress({ firstName: 'x'.repeat(10_000) }) }, /first name has 10000/],
    ['a country the shop does not know', { delivery: anAddress({ countryCode: 'ZZ' }) }, /country ZZ/],
    ['a reference that is too long', { reference: `RKT-${'1'.repeat(70)}` }, /64 characters/],
    ['another currency', { currency: 'USD' }, /euros/],
    ['a shipping method that is gone', { methodId: 'f'.repeat(32) }, /shipping method/],
  ])('is refused before anything is sent: %s', async (_, facts, words) => {
    const opened = await openShopware()

    await expect(opened.backOffice.placeOrder(anOrderToPlace(facts))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringMatching(words) },
    })

    expect(bodiesOf(opened, 'POST order')).toEqual([])
  })

  it('that the role may not create names every privilege that is missing', async () => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    shop.role = (shop.role ?? []).filter((one) => !['order:create', 'order_transaction:create'].includes(one))

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'not-done' },
      message: expect.stringMatching(/order:create.*order_transaction:create/),
    })
  })

  it('that was refused is tried with what the shop is like by then', async () => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const [was] = shop.tables.salutation.filter((row) => row['salutationKey'] === 'mrs')
    if (was !== undefined) was.id = 'a'.repeat(32)

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ kind: 'refused' })
    const placed = await opened.backOffice.placeOrder(anOrderToPlace())

    expect(placed.state).toBe('open')
  })

  it('repeats in no message what a buyer wrote', async () => {
    const opened = await openShopware()
    const { shop } = opened.simulator
    shop.tables.salutation.splice(0)
    shop.version = '6.4.20.2'

    const failure = opened.backOffice.placeOrder(anOrderToPlace())

    await expect(failure).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('blank') })
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('Lefebvre') })
  })
})

describe('a test order in Shopware', () => {
  it.each(VERSIONS)('moves no unit, whatever becomes of it: %s', async (version) => {
    const opened = await openShopware({ version })
    const { hands } = opened.simulator
    const untouched = { 'MUG-BLUE': 10, 'MUG-RED': 5 }

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))
    expect(await stockOf(opened.backOffice)).toEqual(untouched)
    hands.move('order', placed.backOfficeRef, 'cancel')
    hands.move('order', placed.backOfficeRef, 'reopen')
    expect(await stockOf(opened.backOffice)).toEqual(untouched)
    hands.move('order', placed.backOfficeRef, 'process')
    hands.move('order', placed.backOfficeRef, 'complete')

    expect(await stockOf(opened.backOffice)).toEqual(untouched)
    expect(ordersIn(opened)[0]?.['customerComment']).toContain('do not ship')
    expect(placed.lines).toEqual([{ sku: 'MUG-BLUE', quantity: 1 }])
  })
})
