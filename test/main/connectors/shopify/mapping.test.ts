import { describe, expect, it } from 'vitest'
import { stateOf, toOrderInput, toOrderOptions } from '../../../../src/main/connectors/shopify/mapping.ts'
import type { Variant } from '../../../../src/main/connectors/shopify/variant-questions.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'

const aVariant = (facts: Partial<Variant> = {}): Variant => ({
  id: 'gid://shopify/ProductVariant/1',
  legacyResourceId: '1',
  sku: 'MUG-BLUE',
  barcode: null,
  title: 'Blue mug',
  available: 3,
  archived: false,
  tags: [],
  ...facts,
})

const input = (facts: Parameters<typeof anOrderToPlace>[0] = {}, tags: readonly string[] = []) =>
  toOrderInput(anOrderToPlace(facts), () => aVariant({ tags }), { vatTags: ['TVA'] })

describe('an order for Shopify', () => {
  it('bears the tax of a whole line, its own rate on the goods and the standard one on shipping', () => {
    const { lineItems, shippingLines } = input(
      { lines: [aPlacedLine({ quantity: 3, priceCents: 7499 })], shippingCents: 1350 },
      ['TVA 5.5'],
    )

    expect(lineItems[0]).toMatchObject({
      priceSet: { shopMoney: { amount: '74.99', currencyCode: 'EUR' } },
      taxLines: [{ rate: '0.055', priceSet: { shopMoney: { amount: '11.73' } } }],
    })
    expect(shippingLines).toMatchObject([{ taxLines: [{ rate: '0.2', priceSet: { shopMoney: { amount: '2.25' } } }] }])
  })

  it('is taxed where the parcel goes, not where the invoice does', () => {
    const { lineItems } = input({ delivery: anAddress({ countryCode: 'DE' }), billing: anAddress() })

    expect(lineItems[0]?.taxLines?.[0]?.rate).toBe('0.19')
  })

  it('is paid in full by one sale', () => {
    const { transactions } = input({ lines: [aPlacedLine({ quantity: 2, priceCents: 1001 })], shippingCents: 399 })

    expect(transactions).toEqual([
      {
        kind: 'SALE',
        status: 'SUCCESS',
        gateway: 'Rakuten France',
        test: false,
        amountSet: { shopMoney: { amount: '24.01', currencyCode: 'EUR' } },
      },
    ])
  })

  it('moves the second line of a street up where the first is empty', () => {
    expect(
      input({ delivery: anAddress({ address1: '', address2: 'Lieu-dit Le Moulin' }) }).shippingAddress,
    ).toMatchObject({
      address1: 'Lieu-dit Le Moulin',
    })
  })

  it('is billed to the delivery address where there is no other', () => {
    expect(input({ billing: null }).billingAddress).toMatchObject({ zip: '59800' })
  })

  it('says explicitly what happens to stock and who gets mails', () => {
    expect(toOrderOptions('RKT-1')).toEqual({
      inventoryBehaviour: 'DECREMENT_IGNORING_POLICY',
      sendReceipt: false,
      sendFulfillmentReceipt: false,
    })
    expect(toOrderOptions('TEST-1').inventoryBehaviour).toBe('BYPASS')
  })
})

describe('the state of an order in Shopify', () => {
  const ticked = { completedStates: ['FULFILLED'], cancelledStates: ['CANCELLED'] }

  it.each([
    ['UNFULFILLED', 'open'],
    ['IN_PROGRESS', 'open'],
    ['ON_HOLD', 'open'],
    ['SCHEDULED', 'open'],
    ['OPEN', 'open'],
    ['PENDING_FULFILLMENT', 'open'],
    ['REQUEST_DECLINED', 'open'],
    ['RESTOCKED', 'open'],
    ['PARTIALLY_FULFILLED', 'open'],
    ['FULFILLMENT_NOT_REQUIRED', 'open'],
    ['FULFILLED', 'completed'],
    ['A_STATUS_OF_TOMORROW', 'open'],
  ])('%s is %s', (displayFulfillmentStatus, state) => {
    const order = { cancelledAt: null, displayFulfillmentStatus, displayFinancialStatus: 'PAID' }

    expect(stateOf(order, ticked)).toBe(state)
    expect(stateOf({ ...order, cancelledAt: '2026-11-20T10:00:00Z' }, ticked)).toBe('cancelled')
  })

  it('is not cancelled by a refund once it has left', () => {
    const refunded = { cancelledAt: null, displayFulfillmentStatus: 'FULFILLED', displayFinancialStatus: 'REFUNDED' }

    expect(stateOf(refunded, { ...ticked, cancelledStates: ['REFUNDED'] })).toBe('completed')
  })
})
