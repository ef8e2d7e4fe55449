import { describe, expect, it } from 'vitest'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { moveOrder } from '../../../src/main/domain/order.ts'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

describe('new orders', () => {
  it('come back as they were kept, with an id and a first revision', () => {
    const { orders } = openTestRepositories()

    const [kept] = orders.insertNew([aNewOrder({ items: [anItem({ itemId: '1' }), anItem({ itemId: '2', preorder: true })] })])

    const { raw: _, ...expected } = aNewOrder({ items: [anItem({ itemId: '1' }), anItem({ itemId: '2', preorder: true })] })
    expect(kept).toEqual({ ...expected, id: 1, revision: 1 })
    expect(orders.get(1)).toEqual(kept)
    expect(orders.raw(1)).toBe('<sale><purchaseid>214001</purchaseid></sale>')
  })
})
