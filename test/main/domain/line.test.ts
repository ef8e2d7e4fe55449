import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ITEM_STATUSES, isKept } from '../../../src/main/domain/item.ts'
import { keptLines, toLines } from '../../../src/main/domain/line.ts'
import { anItem } from '../../helpers/an-order.ts'

describe('toLines', () => {
  it('counts units that share SKU and price as one line, in the order they came', () => {
    const lines = toLines([
      anItem({ itemId: '1', sku: 'MUG' }),
      anItem({ itemId: '2', sku: 'CUP', priceCents: 900 }),
      anItem({ itemId: '3', sku: 'MUG' }),
    ])

    expect(lines.map(({ sku, quantity, itemIds }) => [sku, quantity, itemIds])).toEqual([
      ['MUG', 2, ['1', '3']],
      ['CUP', 1, ['2']],
    ])
  })

  it('keeps units of one SKU apart when they cost differently', () => {
    const lines = toLines([anItem({ itemId: '1', priceCents: 1290 }), anItem({ itemId: '2', priceCents: 1000 })])

    expect(lines.map(({ priceCents, quantity }) => [priceCents, quantity])).toEqual([
      [1290, 1],
      [1000, 1],
    ])
  })

  it('tells units without a SKU apart by their adverts', () => {
    const lines = toLines([
      anItem({ itemId: '1', sku: '', advertId: '9001' }),
      anItem({ itemId: '2', sku: '', advertId: '9002' }),
      anItem({ itemId: '3', sku: '', advertId: '9001' }),
    ])

    expect(lines.map(({ itemIds }) => itemIds)).toEqual([['1', '3'], ['2']])
  })

  it('never loses or doubles a unit, nor a cent', () => {
    const items = fc.array(
      fc.record({
        sku: fc.constantFrom('MUG', 'CUP', ''),
        priceCents: fc.integer({ min: 0, max: 3 }),
        status: fc.constantFrom(...ITEM_STATUSES),
      }),
    )
    fc.assert(
      fc.property(items, (facts) => {
        const units = facts.map((fact, at) => anItem({ itemId: String(at), ...fact }))
        const kept = units.filter(isKept)
        const lines = keptLines(units)

        expect(lines.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(kept.map(({ itemId }) => itemId).toSorted())
        expect(lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0)).toBe(
          kept.reduce((sum, { priceCents }) => sum + priceCents, 0),
        )
      }),
    )
  })
})
