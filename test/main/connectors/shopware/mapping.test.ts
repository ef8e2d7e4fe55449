import { describe, expect, it } from 'vitest'
import { linesOf, stateOf, toProgress } from '../../../../src/main/connectors/shopware/mapping.ts'
import type { Delivery, LineItem, Order } from '../../../../src/main/connectors/shopware/shapes.ts'

const states = {
  completedStates: new Set(['completed']),
  shippedStates: new Set(['shipped', 'returned']),
  cancelledStates: new Set(['cancelled', 'refused_by_shop']),
}
const inState = (technicalName: string) => ({ stateMachineState: { technicalName } })
const aDelivery = (state: string, facts: Partial<Delivery> = {}): Delivery => ({
  ...{ id: 'd1', trackingCodes: [], shippingCosts: { totalPrice: 4.9 }, ...inState(state) },
  shippingMethod: {
    id: 'm',
    name: 'Colissimo',
    technicalName: 'shipping_colissimo',
    trackingUrl: 'https://c.example/?n=%s',
    translated: null,
  },
  ...facts,
})
const aLine = (facts: Partial<LineItem> = {}): LineItem => ({
  ...{ id: 'l1', parentId: null, productId: 'p1', type: 'product', quantity: 2, payload: { productNumber: 'MUG' } },
  ...facts,
})
const anOrder = (state: string, deliveries: readonly Delivery[], lines: readonly LineItem[] = [aLine()]): Order => ({
  ...{ id: 'o1', orderNumber: 'RKT-1', amountTotal: 16.89, customFields: null, ...inState(state) },
  deliveries: [...deliveries],
  lineItems: [...lines],
})

describe('the state of an order in Shopware', () => {
  it.each([
    ['open', [aDelivery('open')], 'open'],
    ['in_progress', [aDelivery('open')], 'open'],
    ['cancelled', [aDelivery('shipped')], 'cancelled'],
    ['refused_by_shop', [aDelivery('open')], 'cancelled'],
    ['completed', [aDelivery('open')], 'completed'],
    ['open', [aDelivery('shipped')], 'completed'],
    ['open', [aDelivery('returned')], 'completed'],
    ['open', [aDelivery('shipped_partially')], 'open'],
    ['a state of the shop’s own', [aDelivery('packed')], 'open'],
    ['open', [], 'open'],
    ['open', [aDelivery('cancelled')], 'open'],
    ['open', [aDelivery('cancelled'), aDelivery('shipped')], 'completed'],
    ['open', [aDelivery('shipped'), aDelivery('open', { id: 'd2' })], 'open'],
    ['open', [aDelivery('shipped'), aDelivery('open', { shippingCosts: { totalPrice: -4.9 } })], 'completed'],
  ] as const)('of %s with deliveries %#: %s', (state, deliveries, expected) => {
    expect(stateOf(anOrder(state, deliveries), states)).toBe(expected)
  })

  it('is cancelled when Shopware says so, whatever was ticked', () => {
    const order = anOrder('cancelled', [])

    expect(stateOf(order, { ...states, cancelledStates: new Set() })).toBe('cancelled')
  })
})

describe('parcels of an order in Shopware', () => {
  it('are its tracking codes, each with the link of the method', () => {
    const order = anOrder('open', [aDelivery('shipped', { trackingCodes: [' 6A1/2 ', '', '6A2'] })])

    const { parcels } = toProgress(order, states)

    expect(parcels).toEqual([
      {
        ...{ carrierName: 'Colissimo', carrierCode: 'shipping_colissimo', trackingNumber: '6A1/2' },
        ...{ trackingUrl: 'https://c.example/?n=6A1%2F2', contents: [] },
      },
      expect.objectContaining({ trackingNumber: '6A2', contents: [] }),
    ])
  })

  it('have no link where the method has none with a place for the number', () => {
    const method = { id: 'm', name: 'Courier', translated: { name: 'Coursier' }, trackingUrl: 'https://c.example/' }
    const order = anOrder('open', [aDelivery('shipped', { trackingCodes: ['1'], shippingMethod: method })])

    expect(toProgress(order, states).parcels).toMatchObject([{ carrierName: 'Coursier', trackingUrl: null }])
  })

  it('are none while a label is written and nothing has left', () => {
    const order = anOrder('open', [aDelivery('open', { trackingCodes: ['6A1'] })])

    expect(toProgress(order, states).parcels).toEqual([])
  })

  it('have left with an order that is completed, whatever its delivery says', () => {
    const order = anOrder('completed', [aDelivery('open', { trackingCodes: ['6A1'] })])

    expect(toProgress(order, states).parcels).toMatchObject([{ trackingNumber: '6A1' }])
  })

  it('say what is in them where there are several deliveries; the second code of one says nothing', () => {
    const lines = [aLine(), aLine({ id: 'l2', payload: { productNumber: 'P-7', mp_sku: 'CUP' } })]
    const order = anOrder(
      'open',
      [
        aDelivery('shipped', { trackingCodes: ['A', 'B'], positions: [{ orderLineItemId: 'l1', quantity: 1 }] }),
        aDelivery('shipped', { id: 'd2', positions: [{ orderLineItemId: 'l2', quantity: 2 }] }),
        aDelivery('open', { id: 'd3', positions: [{ orderLineItemId: 'l1', quantity: 1 }] }),
      ],
      lines,
    )

    expect(toProgress(order, states)).toMatchObject({
      state: 'open',
      parcels: [
        { trackingNumber: 'A', contents: [{ sku: 'MUG', quantity: 1 }] },
        { trackingNumber: 'B', contents: [{ sku: 'MUG', quantity: 0 }] },
        { trackingNumber: null, contents: [{ sku: 'CUP', quantity: 2 }] },
      ],
    })
  })
})

describe('lines of an order in Shopware', () => {
  it('are goods only, by the code they were ordered by', () => {
    const lines = [
      aLine(),
      aLine({ id: 'l2', type: 'custom', productId: null, payload: { mp_sku: 'CUP', productNumber: 'P-7' } }),
      aLine({ id: 'l3', type: 'promotion', payload: {} }),
      aLine({ id: 'l4', parentId: 'l1' }),
      aLine({ id: 'l5', type: 'custom', payload: null }),
      aLine({ id: 'l6', quantity: 0 }),
    ]

    expect(linesOf(anOrder('open', [], lines))).toEqual([
      { sku: 'MUG', quantity: 2 },
      { sku: 'CUP', quantity: 2 },
    ])
  })
})
