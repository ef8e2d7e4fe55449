import { describe, expect, it } from 'vitest'
import {
  ENDED_STATUSES,
  isIn,
  moveOrder,
  OPEN_STATUSES,
  ORDER_MOVES,
  ORDER_STATUSES,
  type OrderStatus,
} from '../../../src/main/domain/order.ts'
import { anOrder } from '../../helpers/an-order.ts'

const AT = '2026-11-21T10:00:00.000Z'

/** The statuses an order may come to from each, written down a second time and by hand: the table of product.md 4. */
const LIFE: Readonly<Record<OrderStatus, string>> = {
  imported: 'accepted cancelled manual refused shipped skipped',
  accepted: 'cancelled manual placed shipped',
  placed: 'accepted cancelled dispatched manual shipped waiting',
  waiting: 'accepted cancelled dispatched manual placed shipped',
  dispatched: 'cancelled manual shipped',
  shipped: '',
  cancelled: '',
  refused: '',
  skipped: 'accepted cancelled imported manual refused shipped',
  manual: 'accepted cancelled dispatched imported placed refused shipped skipped waiting',
}

/** As a caller who does not know the status: the compiler cannot help, so the check must. */
const tryMove = moveOrder as (order: object, to: OrderStatus, facts: object) => { readonly status: OrderStatus }

describe('moveOrder: every status meets every move,', () => {
  for (const from of ORDER_STATUSES) {
    const allowed = LIFE[from].split(' ').filter(Boolean)
    for (const to of ORDER_STATUSES) {
      const isAllowed = allowed.includes(to)
      it(`${from} ${isAllowed ? 'becomes' : 'never becomes'} ${to}`, () => {
        const order = anOrder({ status: from, reference: '214001' })

        const move = () => tryMove(order, to, { endedAt: AT })

        if (isAllowed) expect(move()).toMatchObject({ status: to, reference: '214001', endedAt: AT })
        else expect(move).toThrow(`214001: ${from} cannot become ${to}`)
      })
    }
  }

  it('carries the facts of the earlier status along', () => {
    const placed = anOrder({ status: 'placed', backOfficeRef: '501', shippingCents: 490 })

    const dispatched = moveOrder(placed, 'dispatched', { dispatchedAt: AT })

    expect(dispatched).toEqual({ ...placed, status: 'dispatched', dispatchedAt: AT })
  })

  it('leaves the order it was given as it is', () => {
    const order = anOrder({ status: 'imported' })

    moveOrder(order, 'refused', { endedAt: AT, endedBy: 'seller', endReason: 'sold out' })

    expect(order.status).toBe('imported')
  })
})

describe('the statuses', () => {
  it('are open, ended, set aside, or in the seller’s own hands, each one thing only', () => {
    const sorted = [...OPEN_STATUSES, ...ENDED_STATUSES, 'skipped', 'manual']

    expect(sorted.toSorted()).toEqual(ORDER_STATUSES.toSorted())
  })

  it('that ended are never left again', () => {
    const waysOut = ENDED_STATUSES.flatMap((status) => [...ORDER_MOVES[status]])

    expect(waysOut).toEqual([])
  })

  it('let the seller take over whatever is still going on', () => {
    const without = OPEN_STATUSES.filter((status) => !(ORDER_MOVES[status] as readonly string[]).includes('manual'))

    expect(without).toEqual([])
  })
})

describe('isIn', () => {
  it('is true for one of the statuses named, and only then', () => {
    const order = anOrder({ status: 'waiting' })

    expect([isIn(order, 'placed', 'waiting'), isIn(order, 'placed'), isIn(order)]).toEqual([true, false, false])
  })
})
