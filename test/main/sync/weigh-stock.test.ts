import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/main/domain/item.ts'
import { weighStock } from '../../../src/main/sync/weigh-stock.ts'
import { anItem } from '../../helpers/an-order.ts'

const same = (sku: string): string => sku
const mugs = (...statuses: readonly Item['status'][]): readonly Item[] =>
  statuses.map((status, at) => anItem({ itemId: String(at), sku: 'MUG', status }))
const stock = (units: number | null) => new Map([['MUG', units]])
const nobody = new Map<string, number>()

describe('weighStock', () => {
  it('accepts what is there and refuses the rest, first come first served', () => {
    expect(weighStock(mugs('to-decide', 'to-decide', 'to-decide'), same, stock(2), nobody)).toEqual({
      ...{ accept: ['0', '1'], refuse: ['2'] },
      ...{ needed: 3, there: 2 },
    })
  })

  it('keeps for promised units what they need, and decides about the others only', () => {
    expect(weighStock(mugs('to-decide', 'accepted'), same, stock(1), nobody)).toEqual({
      ...{ accept: [], refuse: ['0'] },
      ...{ needed: 2, there: 1 },
    })
  })

  it('leaves to older orders what they will take', () => {
    expect(weighStock(mugs('to-decide'), same, stock(3), new Map([['MUG', 3]]))).toMatchObject({
      refuse: ['0'],
      there: 0,
    })
  })

  it('takes a product that is not counted for endless, whoever stands in front', () => {
    expect(weighStock(mugs('to-decide'), same, stock(null), new Map([['MUG', 99]]))).toMatchObject({ accept: ['0'] })
  })

  it('takes a product nobody told of for sold out', () => {
    expect(weighStock(mugs('to-decide'), same, new Map(), nobody)).toMatchObject({ refuse: ['0'] })
  })

  it('draws units of two SKUs from one product when both are its names', () => {
    const items = [anItem({ itemId: '1', sku: 'MUG' }), anItem({ itemId: '2', sku: 'TASSE' })]

    expect(weighStock(items, () => 'MUG', stock(1), nobody)).toMatchObject({ accept: ['1'], refuse: ['2'] })
  })

  it('never promises a unit twice, and never refuses one that is there', () => {
    const status = fc.constantFrom<Item['status']>('to-decide', 'accepted', 'claim')
    const units = fc.integer({ min: 0, max: 6 })

    fc.assert(
      fc.property(fc.array(status, { maxLength: 6 }), units, units, (statuses, available, ahead) => {
        const items = mugs(...statuses)
        const undecided = items.filter(({ status: one }) => one === 'to-decide').length
        const promised = items.length - undecided

        const { accept, refuse, needed, there } = weighStock(items, same, stock(available), new Map([['MUG', ahead]]))

        const free = Math.max(available - ahead, 0)
        expect(accept.length + refuse.length).toBe(undecided)
        expect(accept).toHaveLength(Math.min(undecided, Math.max(free - promised, 0)))
        expect([needed, there]).toEqual([items.length, Math.min(items.length, free)])
      }),
    )
  })
})
