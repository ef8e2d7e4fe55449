import { describe, expect, it } from 'vitest'
import { idsOf } from '../../../../src/main/connectors/shopware/ids.ts'

const all = (ids: ReturnType<typeof idsOf>): readonly string[] => [
  ...[ids.order, ids.customer, ids.billing, ids.shipping, ids.delivery, ids.transaction],
  ...[0, 1, 2].flatMap((index) => [ids.line(index), ids.position(index)]),
]

describe('the ids of an order in Shopware', () => {
  it('are the same each time, as Shopware writes ids', () => {
    const ids = all(idsOf('https://shop.example', 'RKT-1', 0))

    expect(all(idsOf('https://shop.example', 'RKT-1', 0))).toEqual(ids)
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([])
  })

  it('are each another one: for every part, shop, reference and generation', () => {
    const ids = [
      ...all(idsOf('https://shop.example', 'RKT-1', 0)),
      ...all(idsOf('https://shop.example', 'RKT-1', 1)),
      ...all(idsOf('https://shop.example', 'RKT-11', 0)),
      ...all(idsOf('https://other.example', 'RKT-1', 0)),
    ]

    expect(new Set(ids).size).toBe(ids.length)
  })
})
