import { describe, expect, it } from 'vitest'
import { codeOfItem, linesOf, stateOf } from '../../../../src/main/connectors/magento/mapping.ts'
import type { Item } from '../../../../src/main/connectors/magento/schemas.ts'
import { unitsWaitedFor } from '../../../../src/main/connectors/magento/shelf.ts'

const anItem = (facts: Partial<Item> = {}): Item => ({
  ...{ item_id: 1, parent_item_id: null, sku: 'MUG', ext_order_item_id: 'MUG', product_type: 'simple' },
  ...{ qty_ordered: 2, qty_invoiced: 2, qty_shipped: 0, qty_canceled: 0, qty_refunded: 0 },
  ...facts,
})

const rules = {
  completedStates: new Set(['complete']),
  cancelledStates: new Set(['canceled']),
  skuSource: 'sku',
}

const stateWith = (...items: readonly Item[]) =>
  stateOf({ entity_id: 1, state: 'processing', status: 'processing', items: [...items] }, rules)

describe('an order in the words of the engine', () => {
  it.each([
    ['nothing has left', [anItem()], 'open'],
    ['a part has left', [anItem({ qty_shipped: 1 })], 'open'],
    ['one row has left and another has not', [anItem({ qty_shipped: 2 }), anItem({ item_id: 2 })], 'open'],
    ['all has left', [anItem({ qty_shipped: 2 })], 'completed'],
    ['what was not cancelled has left', [anItem({ qty_shipped: 1, qty_canceled: 1 })], 'completed'],
    ['all was refunded and nothing left', [anItem({ qty_refunded: 2 })], 'open'],
    ['it came back after it had left', [anItem({ qty_shipped: 2, qty_refunded: 2 })], 'completed'],
  ] as const)('is judged by its rows: %s', (_, items, state) => {
    expect(stateWith(...items)).toBe(state)
  })

  it('has the units that were not taken out, and keeps those that left', () => {
    const items = [anItem({ qty_refunded: 1 }), anItem({ item_id: 2, sku: 'CUP', qty_shipped: 2, qty_refunded: 2 })]

    expect(linesOf(items, rules)).toEqual([
      { sku: 'MUG', quantity: 1 },
      { sku: 'CUP', quantity: 2 },
    ])
  })

  it('names a row by what it was ordered by, where that is not the SKU', () => {
    expect(codeOfItem(anItem({ ext_order_item_id: '370001' }), 'ean')).toBe('370001')
    expect(codeOfItem(anItem({ ext_order_item_id: '' }), 'ean')).toBe('MUG')
    expect(codeOfItem(anItem({ ext_order_item_id: '370001' }), 'sku')).toBe('MUG')
  })
})

describe('goods in a box', () => {
  const bundle = anItem({ product_type: 'bundle', sku: 'SET', qty_ordered: 2 })
  const cups = anItem({ item_id: 2, parent_item_id: 1, sku: 'CUP', qty_ordered: 8, qty_invoiced: 0 })

  it('share what happened to the box, four to each', () => {
    const items = [{ ...bundle, qty_shipped: 1 }, cups]

    expect(linesOf(items, rules)).toEqual([{ sku: 'CUP', quantity: 8 }])
    expect(unitsWaitedFor([{ entity_id: 1, items }])).toEqual(new Map([['cup', 4]]))
  })

  it('that are shipped apart have a fate of their own', () => {
    const items = [bundle, { ...cups, qty_shipped: 5 }]

    expect(unitsWaitedFor([{ entity_id: 1, items }])).toEqual(new Map([['cup', 3]]))
  })
})
