import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Marketplace } from '../../../src/main/connectors/sockets/marketplace.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { STEPS } from '../../../src/main/sync/engine.ts'
import { callsOf, colissimo, cup, itemsOf, mug, onePlaced, open, placed } from './an-open-corridor.ts'

describe('the life of an order', () => {
  it('goes from To accept to Shipped, through This PC, exactly once', async () => {
    const { rakuten, pc, sync, order, clock } = await open()
    const id = rakuten.world.buy({ items: [mug, mug], deliveryMode: 'Suivi' })

    const first = await sync()
    expect(first.connections[0]?.problem).toBeNull()
    expect(order(id).status).toBe('placed')
    pc.orders.ship(`RKT-${id}`, colissimo)
    clock.advance(300_000)
    await sync()

    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'navette' })
    expect(pc.orders.list('all')).toHaveLength(1)
  })
})

describe('a cycle', () => {
  it('reports every step it reached, in order, with what moved', async () => {
    const { rakuten, sync } = await open()
    rakuten.world.buy({ items: [mug] })

    const report = await sync()

    expect(report.connections[0]?.steps.map(({ step }) => step)).toEqual(STEPS)
    expect(report.connections[0]?.steps.filter(({ moved }) => moved > 0).map(({ step }) => step)).toEqual([
      'import',
      'accept',
      'place',
    ])
  })

  it('is written down, with the steps it did not reach', async () => {
    const { rakuten, sync, repositories } = await open()
    rakuten.faults.add({ kind: 'outage', times: 'always' })

    await sync()

    const last = repositories.cycles.last(1)
    expect(last?.problem).toMatchObject({ kind: 'unreachable' })
    expect(last?.steps.filter(({ reached }) => reached).map(({ step }) => step)).toContain('import')
    expect(last?.steps.filter(({ reached }) => !reached).map(({ step }) => step)).toEqual(
      expect.arrayContaining(['accept', 'send-tracking', 'read-back']),
    )
  })

  it('asks nobody anything about an account that is paused', async () => {
    const { rakuten, sync, repositories } = await open()
    const [connection] = repositories.connections.list()
    if (connection === undefined) throw new Error('no connection')
    repositories.connections.save({ ...connection, paused: true })

    const report = await sync()

    expect([report.connections, rakuten.calls]).toEqual([[], []])
  })

  it('asks nobody anything about an account that was removed', async () => {
    const { rakuten, sync, repositories, clock } = await open()
    repositories.connections.remove(1, clock.nowIso())

    const report = await sync()

    expect([report.connections, rakuten.calls]).toEqual([[], []])
  })

  it('that is asked for twice runs once', async () => {
    const { rakuten, engine } = await open()

    const [one, other] = await Promise.all([engine.sync(), engine.sync()])

    expect(one?.connections[0]).toBe(other?.connections[0])
    expect(callsOf({ rakuten }, 'getnewsales')).toHaveLength(1)
  })

  it('that stumbles over a bug says so plainly, and the next one tries again', async () => {
    let isBroken = true
    const corridor = await open({
      marketplace: (marketplace) => ({
        ...marketplace,
        listNewSales: async () => {
          if (isBroken) throw new TypeError('undefined is not a function')
          return marketplace.listNewSales()
        },
      }),
    })
    const report = await corridor.sync()
    isBroken = false

    expect(report.connections[0]?.problem).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('Navette stumbled'),
    })
    expect((await corridor.sync()).connections[0]?.problem).toBeNull()
  })

  it('keeps cancellations between reading shipments and sending them: what was cancelled is not told as shipped', async () => {
    const corridor = await open()
    const { id, ref } = await placed(corridor)
    corridor.pc.orders.cancel(ref)

    await corridor.sync()

    const actions = corridor.rakuten.calls.map(({ action }) => action)
    expect(corridor.order(id).status).toBe('cancelled')
    expect(actions).not.toContain('importitemshippingstatus')
  })

  it('leaves a back office that is down alone, and goes on with the others', async () => {
    let isDown = false
    const corridor = await onePlaced({
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) => {
          if (isDown) throw new Fault('unreachable', 'This PC does not answer.', { side: 'This PC' })
          return backOffice.readShipments(orders)
        },
      }),
    })
    isDown = true
    for (const itemId of corridor.itemIds) corridor.rakuten.world.shipOnSite(itemId)

    await corridor.pass(30)

    expect(corridor.order(corridor.id).status).toBe('shipped')
  })
})

type Disturb = (call: number, work: () => Promise<unknown>) => Promise<unknown>

/** Every call of the outside, counted, and disturbed by somebody. */
const counted = <T extends BackOffice | Marketplace>(
  outside: T,
  verbs: readonly (keyof T)[],
  disturb: () => Disturb,
  next: () => number,
): T => {
  const entries = verbs.map((verb) => {
    const work = outside[verb] as (...asked: unknown[]) => Promise<unknown> // every verb is asked and answers so
    return [verb, (...asked: unknown[]) => disturb()(next(), () => work(...asked))]
  })
  return { ...outside, ...Object.fromEntries(entries) } as T // the same verbs, with the same answers
}

const lost = () => new Fault('unreachable', 'No answer came.', { outcome: 'unknown' })

const disturbances: Readonly<Record<string, (at: number, leave: () => void) => Disturb>> = {
  'the application is left': (at, leave) => async (call, work) => {
    const answer = await work()
    if (call === at) leave()
    return answer
  },
  'its answer is lost': (at) => async (call, work) => {
    const answer = await work()
    if (call === at) throw lost()
    return answer
  },
  'it never arrives': (at) => async (call, work) => {
    if (call === at) throw lost()
    return work()
  },
}

describe('whatever call is the last one,', () => {
  for (const [what, disturbing] of Object.entries(disturbances))
    it(`when ${what}, everything goes on from there and happens once`, async () => {
      for (let at = 1; at <= 12; at += 1) {
        let calls = 0
        let leaving = new AbortController()
        const disturb: Disturb = disturbing(at, () => leaving.abort())
        const next = () => {
          calls += 1
          return calls
        }
        const corridor = await open({
          capabilities: { idempotentCreate: false },
          office: (backOffice) =>
            counted(backOffice, ['checkOrder', 'placeOrder', 'findOrders', 'readShipments'], () => disturb, next),
          marketplace: (marketplace) =>
            counted(
              marketplace,
              ['acceptItem', 'readCompletion', 'sendTracking', 'listCurrentSales'],
              () => disturb,
              next,
            ),
        })
        const { rakuten, engine, clock, pc, order } = corridor
        const id = rakuten.world.buy({ items: [mug, cup] })
        const cycle = async (): Promise<void> => {
          await engine.sync({ signal: leaving.signal })
          leaving = new AbortController()
          clock.advance(300_000)
        }

        for (let count = 0; count < 4; count += 1) await cycle()
        expect(order(id).status).toBe('placed')
        pc.orders.ship(`RKT-${id}`, colissimo)
        for (let count = 0; count < 8; count += 1) await cycle()

        expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'navette' })
        expect(pc.orders.list('all')).toHaveLength(1)
        expect(itemsOf(corridor).map(({ accepted, shipments }) => [accepted, shipments.length])).toEqual([
          [1, 1],
          [1, 1],
        ])
        expect(calls).toBeGreaterThanOrEqual(at)
      }
    })
})
