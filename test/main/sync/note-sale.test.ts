import { describe, expect, it } from 'vitest'
import { ITEM_STATUSES, type ItemStatus } from '../../../src/main/domain/item.ts'
import type { Order, OrderStatus } from '../../../src/main/domain/order.ts'
import { laterStatus, noteSale, saysAnythingNew, updateItems } from '../../../src/main/sync/note-sale.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { aSale } from './an-open-corridor.ts'

/** What stays as it is, whatever is shown. */
const OVER: readonly ItemStatus[] = ['refused', 'cancelled', 'not-ours']
/** What may still become anything. */
const OPEN: readonly ItemStatus[] = ['to-decide', 'unknown']

describe('laterStatus: every status meets every status that is shown,', () => {
  for (const known of ITEM_STATUSES)
    for (const shown of ITEM_STATUSES) {
      const staysDecided = !OPEN.includes(known) && shown === 'to-decide'
      const expected = OVER.includes(known) || staysDecided ? known : shown
      it(`${known}, shown as ${shown}, is ${expected}`, () => {
        expect(laterStatus(known, shown)).toBe(expected)
      })
    }
})

describe('updateItems', () => {
  it('hands back the very same list when nothing is new', () => {
    const items = [anItem({ itemId: '1' }), anItem({ itemId: '2' })]

    expect(updateItems(items, [anItem({ itemId: '2' }), anItem({ itemId: '1' })])).toBe(items)
  })

  it('adds a unit that was not listed before, and keeps those that are not listed now', () => {
    const items = [anItem({ itemId: '1' })]

    expect(updateItems(items, [anItem({ itemId: '2' })]).map(({ itemId }) => itemId)).toEqual(['1', '2'])
  })

  it('never takes back that a unit left', () => {
    const items = [anItem({ shipped: true })]

    expect(updateItems(items, [anItem({ shipped: false })])).toBe(items)
  })

  it('takes a SKU that was missing, and follows no edit of one that was there', () => {
    const items = [anItem({ itemId: '1', sku: '' }), anItem({ itemId: '2', sku: 'MUG-BLUE' })]

    const updated = updateItems(items, [anItem({ itemId: '1', sku: 'MUG' }), anItem({ itemId: '2', sku: 'MUG' })])

    expect(updated.map(({ sku }) => sku)).toEqual(['MUG', 'MUG-BLUE'])
  })

  it('leaves alone what is ours: costs, and whether the back office has it', () => {
    const items = [anItem({ status: 'accepted', shippingCents: 490, placed: true })]

    const [item] = updateItems(items, [anItem({ status: 'claim', shippingCents: null, placed: false })])

    expect(item).toMatchObject({ status: 'claim', shippingCents: 490, placed: true })
  })
})

const noted = async (facts: Partial<Order> & { readonly status: OrderStatus }) => {
  const { repositories, corridor, clock } = await aCorridor()
  const [order] = keepOrders(repositories, anOrder(facts))
  if (order === undefined) throw new Error('no order')
  const opened = await corridor()
  return {
    ...{ order, corridor: opened, clock },
    note: (items: Order['items'], more = {}) => noteSale(opened, now(), aSale(order, items, more)),
    now: () => now(),
    problems: () => repositories.problems.of({ orderId: order.id }),
  }
  function now(): Order {
    const present = repositories.orders.get(order?.id ?? 0)
    if (present === null) throw new Error('gone')
    return present
  }
}

describe('a sale of a known order', () => {
  const accepted = anItem({ status: 'accepted', rakutenStatus: 'ACCEPTED', placed: true })

  it('that says nothing new changes nothing, not even the day from which retention counts', async () => {
    const { order, corridor, note, now, clock } = await noted({ status: 'placed', items: [accepted] })
    clock.advance(60_000)

    const outcome = note([accepted])

    expect([outcome, saysAnythingNew(corridor, order, aSale(order))]).toEqual(['stayed', false])
    expect(now()).toEqual(order)
  })

  it('ends the order as shipped elsewhere when every unit left without us', async () => {
    const { note, now } = await noted({ status: 'placed', items: [accepted] })

    note([{ ...accepted, shipped: true }])

    expect(now()).toMatchObject({ status: 'shipped', shippedBy: 'elsewhere' })
  })

  it('ends the order as shipped when Rakuten has closed it: the buyer has it and said so', async () => {
    const { note, now } = await noted({ status: 'waiting', items: [accepted] })

    note([{ ...accepted, status: 'closed' }])

    expect(now().status).toBe('shipped')
  })

  it('asks anew when the offer changed after the seller said yes to another one', async () => {
    const offered = anItem({ negotiated: true, priceCents: 1000 })
    const { note, now } = await noted({ status: 'imported', items: [offered], decisions: { accept: true } })

    note([{ ...offered, priceCents: 500 }])

    expect(now().decisions).toEqual({})
    expect(now().items).toMatchObject([{ priceCents: 500 }])
  })

  it('keeps the yes while the offer is the same', async () => {
    const offered = anItem({ negotiated: true, priceCents: 1000 })
    const { note, now } = await noted({ status: 'imported', items: [offered], decisions: { accept: true } })

    note([{ ...offered, rakutenStatus: 'REMINDED' }])

    expect(now().decisions).toEqual({ accept: true })
  })

  it('names an unknown status however far the order has come, and is content once it makes sense again', async () => {
    const { note, problems } = await noted({ status: 'placed', items: [accepted] })

    note([{ ...accepted, status: 'unknown', rakutenStatus: 'MYSTERE' }])
    const held = problems()
    note([accepted])

    expect(held).toMatchObject([{ kind: 'unknown-value', detail: { field: 'status', value: 'MYSTERE' } }])
    expect(held[0]?.message).toContain('"MYSTERE"')
    expect(problems()).toEqual([])
  })

  it('holds an order with an unknown country before acceptance, and lets it go when the country makes sense again', async () => {
    const { note, problems, order } = await noted({ status: 'imported' })

    note(order.items, { unknownValues: [{ field: 'country', value: 'Syldavie' }] })
    const held = problems()
    note(order.items)

    expect(held).toMatchObject([{ kind: 'unknown-value', detail: { field: 'country', value: 'Syldavie' } }])
    expect(problems()).toEqual([])
  })

  for (const status of ['imported', 'manual'] as const)
    it(`ends one that is ${status} when nothing is left of it`, async () => {
      const { note, now } = await noted({ status, items: [accepted] })

      note([{ ...accepted, status: 'cancelled' }])

      expect(now()).toMatchObject({ status: 'cancelled', endedBy: 'rakuten' })
    })

  for (const status of ['accepted', 'placed', 'waiting'] as const)
    it(`leaves one that is ${status} to the cancel step when nothing is left of it`, async () => {
      const { note, now } = await noted({ status, items: [accepted] })

      note([{ ...accepted, status: 'cancelled' }])

      expect(now()).toMatchObject({ status, items: [{ status: 'cancelled' }] })
    })

  for (const status of ['dispatched', 'shipped'] as const)
    it(`is a late cancellation for one that is ${status}: the seller settles it`, async () => {
      const { note, now, problems } = await noted({ status, items: [accepted] })

      note([{ ...accepted, status: 'cancelled' }])

      expect([now().status, problems().map(({ kind }) => kind)]).toEqual([status, ['cancelled-late']])
    })

  it('ends as refused what the seller refused on Rakuten’s site', async () => {
    const { note, now } = await noted({ status: 'imported', items: [anItem()] })

    note([anItem({ status: 'refused' })])

    expect(now().status).toBe('refused')
  })

  for (const status of ['cancelled', 'refused'] as const)
    it(`never brings back one that is ${status}`, async () => {
      const { note, now } = await noted({ status, items: [anItem({ status: 'cancelled' })] })

      note([anItem({ status: 'accepted', shipped: true })])

      expect(now().status).toBe(status)
    })
})
