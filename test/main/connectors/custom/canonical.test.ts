import { describe, expect, it } from 'vitest'
import { canonicalOf, LINE_NAMES, ORDER_NAMES } from '../../../../src/main/connectors/custom/canonical.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'

describe('an order in canonical names', () => {
  it('counts amounts to the cent, shipping once', () => {
    const lines = [aPlacedLine({ quantity: 2, priceCents: 1200 }), aPlacedLine({ sku: 'XYZ-9', priceCents: 750 })]

    const { order, lines: written } = canonicalOf(anOrderToPlace({ lines, shippingCents: 490 }))

    expect(order).toMatchObject({
      'order.ref': 'RKT-214001',
      'order.totalGross': '36.40',
      'order.itemsGross': '31.50',
      'order.shippingGross': '4.90',
      'order.discountGross': '0.00',
    })
    expect(written).toMatchObject([
      { 'line.lineId': '1', 'line.quantity': '2', 'line.unitPriceGross': '12.00', 'line.lineGross': '24.00' },
      { 'line.lineId': '2', 'line.sku': 'XYZ-9', 'line.lineGross': '7.50', 'line.vatRate': '20' },
    ])
  })

  it('has exactly the names that a template may use', () => {
    const { order, lines } = canonicalOf(anOrderToPlace({ relayPoint: aRelayPoint() }))

    expect(Object.keys(order).sort()).toEqual(ORDER_NAMES.toSorted())
    expect(lines.map((line) => Object.keys(line).sort())).toEqual([LINE_NAMES.toSorted()])
  })

  it('sends the parcel of a relay point there, under the name it has', () => {
    const { order } = canonicalOf(anOrderToPlace({ relayPoint: aRelayPoint({ firstName: 'Zoé', lastName: 'Roux' }) }))

    expect(order).toMatchObject({
      'order.relayId': 'FR-012345',
      'order.relayName': 'Tabac de la Gare',
      'order.shippingFirstName': 'Zoé',
      'order.shippingLastName': 'Roux',
      'order.shippingLine1': '3 place de la Gare',
      'order.billingLine1': anAddress().address1,
    })
  })

  it('takes the name of the delivery address for a relay point that has none', () => {
    const relayPoint = aRelayPoint({ firstName: '', lastName: '' })

    const { order } = canonicalOf(anOrderToPlace({ relayPoint, delivery: anAddress({ lastName: 'Petit' }) }))

    expect(order['order.shippingLastName']).toBe('Petit')
  })

  it('bills to the delivery address where no other came', () => {
    const { order } = canonicalOf(anOrderToPlace({ billing: null, delivery: anAddress({ city: 'Brest' }) }))

    expect(order['order.billingCity']).toBe('Brest')
  })
})
