import { describe, expect, it } from 'vitest'
import type { OfficeOrder, OrderToPlace } from '../../../src/main/connectors/sockets/back-office.ts'
import { comparedOf, compareWithPlaced } from '../../../src/main/sync/compare-placed.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../helpers/an-order-to-place.ts'

const asAsked = (asked: OrderToPlace, facts: Partial<OfficeOrder> = {}): OfficeOrder => ({
  ...{ backOfficeRef: '501', reference: asked.reference, number: '501', url: null, state: 'open' },
  totalCents: asked.lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, asked.shippingCents),
  lines: asked.lines.map(({ sku, quantity }) => ({ sku, quantity })),
  postcode: asked.delivery.postcode,
  ...facts,
})

describe('compareWithPlaced', () => {
  const asked = anOrderToPlace({ lines: [aPlacedLine({ sku: 'MUG', quantity: 2 })] })

  it('is content with what was asked', () => {
    expect(compareWithPlaced(asked, asAsked(asked))).toBeNull()
  })

  it('names a line that is missing, short, or was never asked for', () => {
    expect([
      compareWithPlaced(asked, asAsked(asked, { lines: [] })),
      compareWithPlaced(asked, asAsked(asked, { lines: [{ sku: 'MUG', quantity: 1 }] })),
      compareWithPlaced(
        asked,
        asAsked(asked, {
          lines: [
            { sku: 'MUG', quantity: 2 },
            { sku: 'GIFT', quantity: 1 },
          ],
        }),
      ),
    ]).toEqual(['MUG: 0 instead of 2', 'MUG: 1 instead of 2', 'GIFT: 1 instead of 0'])
  })

  it('compares no lines that the platform does not tell', () => {
    expect(compareWithPlaced(asked, asAsked(asked, { lines: null }))).toBeNull()
  })

  it('counts a line the platform split in two as one', () => {
    const lines = [
      { sku: 'MUG', quantity: 1 },
      { sku: 'MUG', quantity: 1 },
    ]

    expect(compareWithPlaced(asked, asAsked(asked, { lines }))).toBeNull()
  })

  it('names another total, to the cent, in the currency', () => {
    expect(compareWithPlaced(asked, asAsked(asked, { totalCents: 2978 }))).toBe('29.78 instead of 29.79 EUR')
  })

  it('leaves the total alone where the platform goes by its own prices, and nothing else', () => {
    const ownPrices = { ownPrices: true } as const

    expect(compareWithPlaced(asked, asAsked(asked, { totalCents: 2978 }), ownPrices)).toBeNull()
    expect(compareWithPlaced(asked, asAsked(asked, { totalCents: 2978, lines: [] }), ownPrices)).toBe(
      'MUG: 0 instead of 2',
    )
  })

  it('names another postcode, and minds neither blanks nor letters', () => {
    const british = anOrderToPlace({ delivery: { ...asked.delivery, postcode: 'SW1A1AA' } })

    expect(compareWithPlaced(asked, asAsked(asked, { postcode: '75001' }))).toBe('postcode 75001 instead of 59800')
    expect(compareWithPlaced(british, asAsked(british, { postcode: 'sw1a 1aa' }))).toBeNull()
  })

  it("takes the relay point's postcode or the buyer's, as the platform holds it", () => {
    const relay = anOrderToPlace({ relayPoint: aRelayPoint({ postcode: '59000' }) })

    const found = ['59000', '59800', '75001'].map((postcode) => compareWithPlaced(relay, asAsked(relay, { postcode })))

    expect(found).toEqual([null, null, 'postcode 75001 instead of 59000'])
  })

  it('says how much of it could be compared', () => {
    const untold = { lines: null, totalCents: null, postcode: null }

    expect(comparedOf(asAsked(asked), {})).toBe('all')
    expect(comparedOf(asAsked(asked, { totalCents: null }), {})).toBe('part')
    expect(comparedOf(asAsked(asked), { ownPrices: true })).toBe('part')
    expect(comparedOf(asAsked(asked, untold), {})).toBe('nothing')
  })

  it('does not compare what the platform does not tell', () => {
    expect(compareWithPlaced(asked, asAsked(asked, { totalCents: null, postcode: null }))).toBeNull()
  })
})
