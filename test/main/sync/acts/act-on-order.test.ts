import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/main/domain/fault.ts'
import type { Order, OrderStatus } from '../../../../src/main/domain/order.ts'
import { ORDER_MOVES, ORDER_STATUSES } from '../../../../src/main/domain/order.ts'
import type { Act, ActionName } from '../../../../src/main/sync/engine.ts'
import type { TestCorridor } from '../../../helpers/a-corridor.ts'
import { cup, fix, mug, open } from '../an-open-corridor.ts'

const number = { carrier: 'Colissimo', trackingNumber: '6A62957360897', trackingUrl: null }

/** How an order really comes to each status, on both sides. */
const WALKS: Readonly<Record<OrderStatus, (corridor: TestCorridor) => Promise<string>>> = {
  imported: async (corridor) => {
    corridor.settings({ acceptance: 'by-hand' })
    return bought(corridor)
  },
  accepted: async (corridor) => bought(corridor, { acceptedAt: '2026-01-12T08:00:00.000Z' }),
  placed: (corridor) => bought(corridor),
  waiting: async (corridor) => {
    const id = await bought(corridor)
    corridor.pc.orders.ship(`RKT-${id}`, {})
    return andSync(corridor, id)
  },
  dispatched: async (corridor) => {
    const id = await bought(corridor)
    corridor.pc.orders.ship(`RKT-${id}`, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042' })
    return andSync(corridor, id)
  },
  shipped: async (corridor) => {
    const id = await bought(corridor)
    corridor.pc.orders.ship(`RKT-${id}`, { carrierName: 'Colissimo', trackingNumber: number.trackingNumber })
    return andSync(corridor, id)
  },
  cancelled: async (corridor) => {
    const id = await bought(corridor)
    corridor.pc.orders.cancel(`RKT-${id}`)
    return andSync(corridor, id)
  },
  refused: async (corridor) => {
    corridor.settings({ acceptance: 'by-hand' })
    const id = await bought(corridor)
    await corridor.act(id, { action: 'refuse' })
    return id
  },
  skipped: (corridor) => bought(corridor, { deliveryMode: 'Chronopost' }),
  manual: async (corridor) => {
    const id = await bought(corridor)
    await corridor.act(id, { action: 'manual' })
    return id
  },
}

const bought = async (corridor: TestCorridor, more = {}): Promise<string> => {
  const id = corridor.rakuten.world.buy({ items: [mug, cup], ...more })
  return andSync(corridor, id)
}
const andSync = async (corridor: TestCorridor, id: string): Promise<string> => {
  await corridor.sync()
  return id
}

const BUTTONS: Readonly<Record<Exclude<ActionName, 'fix'>, Act>> = {
  accept: { action: 'accept' },
  refuse: { action: 'refuse' },
  retry: { action: 'retry' },
  cancel: { action: 'cancel' },
  manual: { action: 'manual' },
  resume: { action: 'resume' },
  reconsider: { action: 'reconsider' },
  track: { action: 'track', ...number },
}

/** What each button makes of an order in each status; where nothing is said, it stays, and says why. */
const BECOMES: Readonly<Record<OrderStatus, Readonly<Partial<Record<ActionName, OrderStatus>>>>> = {
  imported: { accept: 'placed', refuse: 'refused', cancel: 'refused', manual: 'manual' },
  accepted: { cancel: 'cancelled', manual: 'manual' },
  placed: { cancel: 'cancelled', manual: 'manual', track: 'dispatched' },
  waiting: { manual: 'manual', track: 'dispatched' },
  dispatched: { manual: 'manual' },
  shipped: {},
  cancelled: {},
  refused: {},
  skipped: { manual: 'manual' },
  manual: { resume: 'placed' },
}

const IMPOSSIBLE =
  /is not waiting|decided already|cannot be cancelled|has ended|not handled manually|was not skipped|tracking is sent/

describe('every button, in every status:', () => {
  for (const status of ORDER_STATUSES)
    for (const [name, act] of Object.entries(BUTTONS)) {
      const becomes = BECOMES[status][act.action] ?? status
      it(`${name} leaves an order that is ${status} ${becomes}, with a sentence`, async () => {
        const corridor = await open()
        const id = await WALKS[status](corridor)
        expect(corridor.order(id).status).toBe(status)

        const result = await corridor.act(id, act)

        expect(corridor.order(id).status).toBe(becomes)
        expect(result).toMatchObject({ reference: id, action: name })
        expect(result.message).toMatch(/^[A-Z"].+[.?]$/s)
        if (IMPOSSIBLE.test(result.message)) expect(result.done).toBe(false)
        expect(isLegal(status, corridor.order(id))).toBe(true)
      })
    }
})

const isLegal = (from: OrderStatus, { status }: Order): boolean => status === from || reachable(from).has(status)

const reachable = (from: OrderStatus, seen = new Set<OrderStatus>()): ReadonlySet<OrderStatus> => {
  for (const next of ORDER_MOVES[from]) if (!seen.has(next)) reachable(next, seen.add(next))
  return seen
}

describe('a button', () => {
  it('pressed during a cycle waits for the call in flight, and the cycle sees what it did', async () => {
    let arrived = () => {}
    let goOn = () => {}
    const called = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const answered = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let isFirst = true
    const corridor = await open({
      office: (backOffice) => ({
        ...backOffice,
        placeOrder: async (asked) => {
          if (isFirst) {
            isFirst = false
            arrived()
            await answered
          }
          return backOffice.placeOrder(asked)
        },
      }),
    })
    const { rakuten, sync, order, act } = corridor
    const first = rakuten.world.buy({ items: [mug], at: '2026-01-12T07:00:00.000Z' })
    const second = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })
    const cycle = sync()
    await called

    const onFirst = act(first, { action: 'manual' })
    const onSecond = await act(second, { action: 'manual' })
    goOn()
    await cycle

    expect([(await onFirst).done, onSecond.done]).toEqual([true, true])
    expect(order(first)).toMatchObject({ status: 'manual', backOfficeRef: `RKT-${first}` })
    expect(order(second)).toMatchObject({ status: 'manual', backOfficeRef: null })
  })

  it('says what the outside refused, and throws nothing', async () => {
    const corridor = await open({ settings: { acceptance: 'by-hand' } })
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()
    corridor.rakuten.faults.add({ kind: 'outage', action: 'acceptsale', times: 'always' })

    const result = await corridor.act(id, { action: 'accept' })

    expect(result).toMatchObject({ done: false, message: expect.stringContaining('out of order') })
  })

  it('that was refused leaves a problem that no cycle asks for alone', async () => {
    let asked = 0
    const corridor = await open({
      settings: { acceptance: 'by-hand' },
      office: (backOffice) => ({
        ...backOffice,
        placeOrder: async () => {
          asked += 1
          throw new Fault('refused', 'Boutique has no such street.', { side: 'This PC' })
        },
      }),
    })
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()

    const result = await corridor.act(id, { action: 'accept' })
    await corridor.pass(15)

    expect(result).toMatchObject({ done: false, message: 'Boutique has no such street.' })
    expect([asked, corridor.order(id).status, corridor.problems(id)]).toEqual([1, 'accepted', ['refused']])
  })

  it('for an order that is not there is refused', async () => {
    const corridor = await open()

    await expect(corridor.engine.act(4711, { action: 'accept' })).rejects.toMatchObject({ kind: 'settings' })
  })
})

describe('an unknown choice', () => {
  it('is answered with the problems and their choices', async () => {
    const corridor = await open()
    const id = corridor.rakuten.world.buy({ items: [{ sku: 'PLATE', priceCents: 1000 }] })
    await corridor.sync()

    expect(await corridor.act(id, fix('place-again'))).toMatchObject({
      done: false,
      message: `"place-again" does not solve a problem of order ${id}. Its problems and their choices are sku: alias, retry, refuse.`,
    })
  })

  it('for an order without a problem is answered so', async () => {
    const corridor = await open()
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()

    expect(await corridor.act(id, fix('retry'))).toMatchObject({
      done: false,
      message: `Order ${id} has no problem to solve.`,
    })
  })
})
