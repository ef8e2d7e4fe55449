import { describe, expect, it } from 'vitest'
import { inGroups, isSearchable } from '../../../../src/main/connectors/woocommerce/sku-search.ts'

describe('a SKU to be searched for', () => {
  it.each(['A', "L'été, 50 %", 'a/b', 'A"B', '00', 'ÉÀ-1'])('may be %j', (sku) => {
    expect(isSearchable(sku)).toBe(true)
  })

  it.each(['', '0', ' A', 'A  B', 'A<b>', 'A%41', 'A\n', 'A\u0000', 'x'.repeat(2000), '\uD800'])(
    'is not %j, which the shop would read as something else, or as nothing',
    (sku) => {
      expect(isSearchable(sku)).toBe(false)
    },
  )
})

describe('many SKUs', () => {
  it('are asked for fifty at a time, and no longer than an address may be', () => {
    const groups = inGroups(Array.from({ length: 120 }, (_, at) => `SKU-${at}`))

    expect(groups.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(inGroups(['a'.repeat(900), 'b'.repeat(900)])).toHaveLength(2)
  })

  it('are cut at commas by the shop: one that holds a comma goes alone', () => {
    expect(inGroups(['A', 'B,C', 'D'])).toEqual([['B,C'], ['A', 'D']])
    expect(inGroups([])).toEqual([])
  })
})
