import { describe, expect, it } from 'vitest'
import { ITEM_STATUSES, isKept, isOurs, isUndecided, keptItems } from '../../../src/main/domain/item.ts'
import { anItem } from '../../helpers/an-order.ts'

const where = (test: (item: { status: (typeof ITEM_STATUSES)[number] }) => boolean) =>
  ITEM_STATUSES.filter((status) => test({ status }))

describe('an item', () => {
  it('is to be delivered, or delivered, unless it was refused, cancelled or is somebody else’s', () => {
    expect(where(isKept)).toEqual(['to-decide', 'accepted', 'claim', 'preorder', 'closed', 'unknown'])
  })

  it('is undecided while nobody said yes or no, and while we do not know what was said', () => {
    expect(where(isUndecided)).toEqual(['to-decide', 'unknown'])
  })

  it('is ours unless the marketplace ships it itself', () => {
    expect(where((item) => !isOurs(item))).toEqual(['not-ours'])
  })

  it('is kept beside others that are not', () => {
    const items = [anItem({ itemId: '1', status: 'cancelled' }), anItem({ itemId: '2', status: 'claim' })]

    expect(keptItems(items).map(({ itemId }) => itemId)).toEqual(['2'])
  })
})
