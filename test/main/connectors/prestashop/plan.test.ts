import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { type AShop, openShop } from './a-shop.ts'

describe('an order made ready for PrestaShop', () => {
  it.each([1, 2, 3])('has the right total however the shop rounds: PS_ROUND_TYPE %i', async (roundType) => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_ROUND_TYPE', String(roundType))
    const lines = [aPlacedLine({ quantity: 3, priceCents: 333 }), aPlacedLine({ quantity: 4, priceCents: 1001 })]

    const { totalCents } = await shop.backOffice.placeOrder(anOrderToPlace({ lines, shippingCents: 1 }))

    expect(totalCents).toBe(3 * 333 + 4 * 1001 + 1)
    expect(shop.only('order_payments')).toMatchObject({ amount: '50.040000' })
    // It was never in the payment error: the shop’s total had been foreseen.
    expect(shop.rows('order_histories')).toHaveLength(1)
  })

  it('says so when the shop reckoned the goods a cent off', async () => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_ROUND_TYPE', '1')
    const lines = [aPlacedLine({ priceCents: 1290 }), aPlacedLine({ priceCents: 1099 })]

    const { totalCents, notes } = await shop.backOffice.placeOrder(anOrderToPlace({ lines, shippingCents: 0 }))

    expect(totalCents).toBe(2389)
    expect(notes).toEqual([expect.stringContaining('23.90 for the goods')])
  })

  it('takes the tax of the country of the invoice where the shop is set so', async () => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_TAX_ADDRESS_TYPE', 'id_address_invoice')
    const billing = anAddress({ countryCode: 'DE', country: 'Allemagne' })

    await shop.backOffice.placeOrder(anOrderToPlace({ billing }))

    expect(shop.only('orders')).toMatchObject({ carrier_tax_rate: '19.000', total_shipping_tax_excl: '3.350000' })
  })

  it('bears no tax in a shop that charges none', async () => {
    const shop = await openShop()
    shop.simulator.tables.configure('PS_TAX', '0')

    const { totalCents } = await shop.backOffice.placeOrder(anOrderToPlace())

    expect(totalCents).toBe(1689)
    expect(shop.only('orders')).toMatchObject({ total_paid_tax_excl: '16.890000' })
  })

  describe('and its carrier', () => {
    const carrierOf = (shop: AShop) => {
      const ids = [shop.only('orders')['id_carrier'], shop.only('order_carriers')['id_carrier']]
      return ids.map((id) => shop.rows('carriers').find((row) => row.id === id)?.['name'])
    }

    it('is a free one where no method was mapped', async () => {
      const shop = await openShop()

      await shop.backOffice.placeOrder(anOrderToPlace())

      expect(carrierOf(shop)).toEqual(['Livraison à domicile', 'Livraison à domicile'])
    })

    it('is the mapped one though its price is not known: the cart had a free one', async () => {
      const shop = await openShop()
      const relay = (await shop.backOffice.listMethods()).find(({ title }) => title === 'Mondial Relay')

      const placed = await shop.backOffice.placeOrder(
        anOrderToPlace({ methodId: relay?.id ?? '', relayPoint: aRelayPoint() }),
      )

      expect(carrierOf(shop)).toEqual(['Mondial Relay', 'Mondial Relay'])
      expect(placed).toMatchObject({ totalCents: 1689, postcode: '59000' })
      expect(placed.notes).toBeUndefined()
    })

    it('is still the mapped one after the carrier was edited, which gave it a new id', async () => {
      const shop = await openShop()
      const { tables } = shop.simulator
      const methods = await shop.backOffice.listMethods()
      const old = tables.need('carriers', 4)
      old['deleted'] = '1'
      tables.insert('carriers', { ...old, id: 40, name: 'Mondial Relay 24', deleted: '0' })

      await shop.reconnect().placeOrder(anOrderToPlace({ methodId: methods.at(-1)?.id ?? '' }))

      expect(carrierOf(shop)).toEqual(['Mondial Relay 24', 'Mondial Relay 24'])
    })

    it('has the option with the comma in the cart', async () => {
      const shop = await openShop()

      await shop.backOffice.placeOrder(anOrderToPlace())

      expect(shop.sent('carts', 'PUT')[0]).toContain('<delivery_option><![CDATA[{"1":"3,"}]]></delivery_option>')
    })

    it('is the relay point’s place, in the buyer’s name', async () => {
      const shop = await openShop()

      await shop.backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))

      const [delivery, invoice] = shop.rows('addresses')
      expect(delivery).toMatchObject({
        ...{ firstname: 'Élodie', lastname: 'Lefebvre', company: 'Tabac de la Gare', address1: '3 place de la Gare' },
        ...{ city: 'Lille', alias: 'FR-012345', other: 'Point relais FR-012345', phone_mobile: '0612345678' },
      })
      expect(invoice).toMatchObject({ address1: '12 rue des Tilleuls', alias: 'Rakuten (invoice)' })
    })
  })

  it('takes the delivery address for the invoice where the other cannot be kept, and says so', async () => {
    const shop = await openShop()

    const { notes } = await shop.backOffice.placeOrder(anOrderToPlace({ billing: anAddress({ city: '' }) }))

    expect(notes).toEqual([expect.stringContaining('billing address')])
    expect(shop.rows('addresses')).toHaveLength(1)
  })

  it.each([
    [
      'a country that the shop has switched off',
      { delivery: anAddress({ countryCode: 'US' }) },
      'does not deliver to US',
    ],
    ['a street that is too long', { delivery: anAddress({ address1: 'x'.repeat(129) }) }, '128 characters'],
  ])('is refused before anything is written: %s', async (_, facts, words) => {
    const shop = await openShop()

    await expect(shop.backOffice.placeOrder(anOrderToPlace(facts))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining(words) },
    })

    expect(shop.wire?.received.every(({ method }) => method === 'GET')).toBe(true)
  })
})
