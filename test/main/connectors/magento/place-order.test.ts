import { describe, expect, it } from 'vitest'
import type { OrderToPlace, PlacedOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { callsTo, type OpenedMagento, openMagento, stockOf } from './open-magento.ts'

/** What the shop was sent to create an order. */
const sentOrder = ({ wire, simulator }: OpenedMagento): Record<string, unknown> => {
  const creation = wire?.received.find(simulator.isCreation)
  return JSON.parse(String(creation?.body)).entity
}

const MINUTES = 60_000

/** What the engine does: looks up, finishes what it finds, creates what it does not; after a fault again, later. */
const placeAsTheEngineDoes = async (opened: OpenedMagento, order: OrderToPlace): Promise<PlacedOrder> => {
  const { backOffice, clock } = opened
  for (let cycle = 1; cycle <= 4; cycle += 1) {
    try {
      const [found, second] = await backOffice.findOrders(order.reference)
      if (second !== undefined) throw new Error('Two orders under one reference')
      if (found === undefined) return await backOffice.placeOrder(order)
      return (await backOffice.finishOrder?.(order, found)) ?? found
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      clock.advance(10 * MINUTES)
    }
  }
  throw new Error('Not placed in four cycles')
}

describe('placing an order at Magento', () => {
  it('sends every amount twice, rows that add up, and gross amounts that are the marketplace’s', async () => {
    const opened = await openMagento()
    const lines = [
      aPlacedLine({ quantity: 3, priceCents: 333 }),
      aPlacedLine({ sku: 'MUG-RED', quantity: 7, priceCents: 107 }),
    ]

    await opened.backOffice.placeOrder(anOrderToPlace({ lines, shippingCents: 490 }))

    const sent = sentOrder(opened)
    expect(sent).toMatchObject({
      ...{ grand_total: 22.38, base_grand_total: 22.38, total_due: 22.38 },
      ...{ subtotal: 14.57, subtotal_incl_tax: 17.48, base_subtotal: 14.57, base_subtotal_incl_tax: 17.48 },
      ...{ tax_amount: 3.73, base_tax_amount: 3.73, shipping_tax_amount: 0.82 },
      ...{ shipping_amount: 4.08, base_shipping_amount: 4.08, shipping_incl_tax: 4.9 },
      items: [
        { price: 2.775, price_incl_tax: 3.33, row_total: 8.33, row_total_incl_tax: 9.99, tax_amount: 1.66 },
        { price: 0.8917, price_incl_tax: 1.07, row_total: 6.24, row_total_incl_tax: 7.49, tax_amount: 1.25 },
      ],
    })
    const amounts = Object.entries(sent).filter(([, value]) => typeof value === 'number')
    for (const [name, value] of amounts)
      if (/^(subtotal|tax|shipping|discount|grand|total_due)/.test(name)) expect(sent[`base_${name}`]).toBe(value)
  })

  it('books it in the store view of the sale, as new and pending, for a guest whose address no mail can reach', async () => {
    const opened = await openMagento({ values: { storeCode: 'fr' } })

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect(sentOrder(opened)).toMatchObject({
      ...{ store_id: 2, state: 'new', status: 'pending', customer_is_guest: 1, customer_note_notify: 0 },
      ...{ ext_order_id: 'RKT-214001', customer_email: 'rkt-214001@orders.invalid' },
      billing_address: { email: 'elodie.lefebvre@example.fr', telephone: '0612345678' },
      payment: { method: 'banktransfer' },
    })
    expect(opened.wire?.received.find(opened.simulator.isCreation)?.url.pathname).toBe('/rest/fr/V1/orders')
  })

  it.each([
    ['no phone', { phone: '', mobile: '' }, { telephone: '0000000000' }],
    ['one name only', { firstName: '' }, { firstname: '-', lastname: 'Lefebvre' }],
  ])('fills in what Magento demands: %s', async (_, facts, expected) => {
    const opened = await openMagento()

    await opened.backOffice.placeOrder(anOrderToPlace({ delivery: anAddress(facts), billing: anAddress(facts) }))

    expect(sentOrder(opened)).toMatchObject({ billing_address: expected })
  })

  it('sends a parcel for a relay point there, in the buyer’s name', async () => {
    const opened = await openMagento()

    const placed = await opened.backOffice.placeOrder(
      anOrderToPlace({ relayPoint: aRelayPoint(), methodId: 'flatrate_relay' }),
    )

    expect(await opened.there.addressOf(placed)).toEqual({
      ...{ name: 'Élodie Lefebvre', street: ['3 place de la Gare'], postcode: '59000', city: 'Lille' },
      ...{ countryCode: 'FR', relayPointId: 'FR-012345' },
    })
  })

  it.each([
    ['that Magento cannot keep', anAddress({ lastName: 'Lefèvre 🌷' })],
    ['without a street', anAddress({ address1: '', address2: '' })],
  ])('puts the delivery address in the place of a billing address %s, and says so', async (_, billing) => {
    const opened = await openMagento()

    const placed = await opened.backOffice.placeOrder(anOrderToPlace({ billing }))

    expect(sentOrder(opened)).toMatchObject({
      billing_address: { lastname: 'Lefebvre', street: ['12 rue des Tilleuls'] },
    })
    expect(placed.notes).toContainEqual(expect.stringContaining('stands in'))
  })

  it('bills a relay point where there is no other address', async () => {
    const opened = await openMagento()
    const nowhere = anAddress({ address1: '', postcode: '', city: '' })

    await opened.backOffice.placeOrder(anOrderToPlace({ billing: null, delivery: nowhere, relayPoint: aRelayPoint() }))

    expect(sentOrder(opened)).toMatchObject({ billing_address: { address_type: 'billing', postcode: '59000' } })
  })

  it.each([
    ['an emoji', { city: 'Lille 🌷' }],
    ['10,000 characters', { address1: 'x'.repeat(10_000) }],
  ])('refuses a delivery address with %s before anything is created', async (_, facts) => {
    const { backOffice, hands } = await openMagento()

    await expect(backOffice.placeOrder(anOrderToPlace({ delivery: anAddress(facts) }))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done' },
    })
    expect(hands.orders()).toEqual([])
  })

  it('invoices it, so that it is paid and processed; not where the seller does that', async () => {
    const opened = await openMagento()
    const byHand = await openMagento({ values: { invoice: 'no' } })

    const placed = await opened.backOffice.placeOrder(anOrderToPlace())
    const uninvoiced = await byHand.backOffice.placeOrder(anOrderToPlace())

    expect(opened.hands.order(placed.backOfficeRef)).toMatchObject({ state: 'processing', total_paid: 16.89 })
    expect(byHand.hands.order(uninvoiced.backOfficeRef)).toMatchObject({ state: 'new', total_paid: 0 })
  })

  it('says so when the shop will not invoice it, and goes on', async () => {
    const opened = await openMagento()
    const { backOffice, hands } = opened
    await opened.placeWithoutAnswer(anOrderToPlace())
    const [found] = await backOffice.findOrders('RKT-214001')
    if (found === undefined) throw new Error('It was placed')
    hands.setState(found.backOfficeRef, 'holded')

    const placed = await backOffice.finishOrder?.(anOrderToPlace(), found)

    expect(placed?.notes).toEqual([expect.stringContaining('did not invoice')])
  })

  it.each([
    ['a configurable product', { sku: 'MUG', type: 'configurable' }, 'configurable'],
    ['a virtual product', { sku: 'MUG', type: 'virtual', stock: 5 }, 'virtual'],
    ['a bundle', { sku: 'MUG', type: 'bundle' }, 'bundle'],
  ])('refuses %s by name: it cannot be booked', async (_, product, type) => {
    const { backOffice, hands } = await openMagento()
    hands.addProduct(product)

    await expect(backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'MUG' })] }))).rejects.toMatchObject(
      { kind: 'refused', outcome: 'not-done', message: expect.stringContaining(type) },
    )
    expect(
      await backOffice.checkOrder({ lines: [{ sku: 'MUG', quantity: 1 }], delivery: anAddress(), relayPoint: null }),
    ).toMatchObject({ unknownSkus: ['MUG'] })
  })

  it('finds products by another attribute, a simple one before the box that shares it, and reads the order back by it', async () => {
    const { backOffice, hands } = await openMagento({ skuSource: 'ean' })
    hands.addProduct({ sku: 'BOX', type: 'configurable', attributes: { ean: '3700000000017' } })
    hands.addProduct({ sku: 'CUP-1', attributes: { ean: '3700000000017' }, stock: 4 })
    hands.addProduct({ sku: 'CUP-2', attributes: { ean: '3700000000024' }, stock: 3 })
    hands.addProduct({ sku: 'CUP-3', attributes: { ean: '3700000000024' }, stock: 2 })
    const lines = [aPlacedLine({ sku: '3700000000017' })]

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(hands.order(placed.backOfficeRef).rows).toMatchObject([{ sku: 'CUP-1' }])
    expect(placed.lines).toEqual([{ sku: '3700000000017', quantity: 1 }])
    const check = await backOffice.checkOrder({
      lines: [
        { sku: '3700000000017', quantity: 1 },
        { sku: '3700000000024', quantity: 1 },
      ],
      ...{ delivery: anAddress(), relayPoint: null },
    })
    expect(check).toMatchObject({ unknownSkus: [], duplicateSkus: ['3700000000024'] })
  })

  it.each(['A/B', 'A,B', '50%', 'Ünï "Mug" [1]', "O'Mug & Co+"])('finds the SKU %s and no other', async (sku) => {
    const { backOffice, hands } = await openMagento()
    hands.addProduct({ sku, stock: 4 })
    const lines = [aPlacedLine({ sku, quantity: 2 })]

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(hands.order(placed.backOfficeRef).rows).toMatchObject([{ sku, qty_ordered: 2 }])
    expect(await stockOf(backOffice)).toMatchObject({ [sku]: 2 })
  })

  it('refuses a reference that Magento would cut off, and a currency the shop does not keep', async () => {
    const { backOffice, hands } = await openMagento()
    const tooLong = anOrderToPlace({ reference: `RKT-${'1'.repeat(40)}` })
    await expect(backOffice.placeOrder(tooLong)).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })

    hands.setup.baseCurrency = 'USD'

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ kind: 'settings' })
    expect(hands.orders()).toEqual([])
  })

  it('has the VAT of the country from domain knowledge where the integration may not read taxes', async () => {
    const { backOffice, hands, there } = await openMagento()
    hands.takeRight('Magento_Tax::manage_tax')
    const abroad = anAddress({ countryCode: 'DE', country: 'Allemagne' })

    const placed = await backOffice.placeOrder(
      anOrderToPlace({
        delivery: abroad,
        billing: abroad,
        shippingCents: 0,
        lines: [aPlacedLine({ priceCents: 1190 })],
      }),
    )

    expect(await there.vatOf?.(placed)).toBe(190)
  })
})

describe('a creation that is cut short', () => {
  const SPOILINGS: readonly Spoiling[] = [
    ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall', 'page', 'empty', 'truncated'] as const),
  ]

  it.each(SPOILINGS.flatMap((how) => [true, false].map((hasMsi) => [how, hasMsi ? 'with' : 'without'] as const)))(
    'at any of its calls, by %s, ends as one whole order with its stock lowered once (%s MSI)',
    async (how, withMsi) => {
      const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'MUG-RED' })] })
      const open = async (): Promise<OpenedMagento> => {
        const opened = await openMagento()
        opened.hands.setup.hasMsi = withMsi === 'with'
        return opened
      }
      const undisturbed = await open()
      await placeAsTheEngineDoes(undisturbed, order)
      const calls = undisturbed.calls()
      expect(calls).toBeGreaterThan(8)

      for (let at = 0; at < calls; at += 1) {
        const opened = await open()
        let seen = 0
        opened.wire?.spoil(how, () => seen++ === at)

        const placed = await placeAsTheEngineDoes(opened, order)

        const what = `call ${at}: ${callsTo(undisturbed)[at]}`
        expect(placed, what).toMatchObject({ state: 'open', totalCents: 4269, lines: expect.any(Array) })
        expect(opened.hands.orders(), what).toHaveLength(1)
        expect(opened.hands.orders()[0], what).toMatchObject({
          ...{ state: 'processing', total_paid: 42.69 },
          rows: [
            { qty_ordered: 2, qty_invoiced: 2 },
            { qty_ordered: 1, qty_invoiced: 1 },
          ],
        })
        opened.clock.advance(10 * MINUTES)
        expect(await stockOf(opened.backOffice), what).toEqual({ 'MUG-BLUE': 8, 'MUG-RED': 4 })
      }
    },
  )
})
