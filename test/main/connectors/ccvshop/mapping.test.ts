import { describe, expect, it } from 'vitest'
import { bears, linesOf, parcelsOf, SKU_MEMO, toOfficeOrder } from '../../../../src/main/connectors/ccvshop/mapping.ts'
import { Order, Row } from '../../../../src/main/connectors/ccvshop/schemas.ts'
import { createStateOf } from '../../../../src/main/connectors/ccvshop/states.ts'

const anOrder = (facts: Readonly<Record<string, unknown>> = {}): Order =>
  Order.parse({ id: 42, status: 1, total_price: 28.9, ordernumber: 1042, ordernumber_full: 'W-1042', ...facts })
const aRow = (facts: Readonly<Record<string, unknown>> = {}): Row =>
  Row.parse({ id: 1, product_number: 'MUG', count: 1, ...facts })
const shop = { side: 'Boutique', stateOf: createStateOf('5,6,7', '8') }

describe('an order of CCV Shop', () => {
  it.each([
    [28.9, 2890],
    [0.1 + 0.2, 30],
    [1234567.89, 123456789],
    [0, 0],
  ])('has the total %d in whole cents', (total_price, cents) => {
    expect(toOfficeOrder(anOrder({ total_price }), [], shop, 'RKT-1').totalCents).toBe(cents)
  })

  it.each([
    [{}, 'W-1042'],
    [{ ordernumber_full: null }, '1042'],
    [{ ordernumber_full: null, ordernumber: null }, '42'],
  ])('is called what people there call it: %o', (facts, number) => {
    expect(toOfficeOrder(anOrder(facts), [], shop, 'RKT-1').number).toBe(number)
  })

  it('is a basket without a status, and open', () => {
    expect(toOfficeOrder(anOrder({ status: null }), [], shop, 'RKT-1').state).toBe('open')
  })

  it('bears a reference exactly, in either place', () => {
    expect(bears(anOrder({ reservationnumber: 'RKT-1' }), 'RKT-1')).toBe(true)
    expect(bears(anOrder({ customer: { reference: 'RKT-1' } }), 'RKT-1')).toBe(true)
    expect(bears(anOrder({ reservationnumber: 'RKT-10', customer: { reference: null } }), 'RKT-1')).toBe(false)
    expect(bears(anOrder({ customer: null }), 'RKT-1')).toBe(false)
  })

  it('holds its units under the SKUs they were placed under', () => {
    const rows = [
      aRow({ count: 2 }),
      aRow({ product_number: 'SHIRT', sub_product_number: 'SHIRT-L' }),
      aRow({ memo: `${SKU_MEMO}3700000000017` }),
      aRow({ memo: 'gift' }),
      aRow({ product_type: 'deposit', product_number: '' }),
      aRow({ count: 0 }),
    ]

    expect(linesOf(rows)).toEqual([
      { sku: 'MUG', quantity: 2 },
      { sku: 'SHIRT-L', quantity: 1 },
      { sku: '3700000000017', quantity: 1 },
      { sku: 'MUG', quantity: 1 },
    ])
  })

  it('has no parcel without a code, whatever carrier it names', () => {
    expect(parcelsOf(anOrder({ track_and_trace_code: ' , ', track_and_trace_carrier: 'PostNL' }))).toEqual([])
  })

  it.each([
    [[{ count: 1 }], 1],
    [{ href: 'x', collection: [{ count: 1 }] }, 1],
    [{ href: 'x', items: [{ count: 1 }], next: null }, 1],
    [{ href: 'x', items: [{ count: 1 }], next: 'https://shop.example/more' }, null],
    [{ href: 'x' }, null],
    [undefined, null],
  ])('has its rows only where they came whole: %o', (orderrows, rows) => {
    expect(anOrder({ orderrows }).orderrows?.length ?? null).toBe(rows)
  })
})
