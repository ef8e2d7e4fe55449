import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import type { Corridor } from '../../../src/main/sync/corridor.ts'
import { forEachOrder, type Outcome, onEach } from '../../../src/main/sync/for-each-order.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'

const open = async (count = 4) => {
  const test = await aCorridor()
  const orders = keepOrders(
    test.repositories,
    ...Array.from({ length: count }, (_, at) => anOrder({ reference: `${at + 1}` })),
  )
  const corridor = await test.corridor()
  const begun: string[] = []
  /** A pass over all of them, each taking that long. */
  const pass = (
    minutesEach: number,
    opened: Corridor = corridor,
    work: () => Promise<Outcome> = async () => 'stayed',
  ) => {
    begun.length = 0
    return onEach(
      opened,
      'accept',
      orders.map(({ id }) => id),
      async ({ reference }) => {
        begun.push(reference)
        test.clock.advance(minutesEach * 60_000)
        return work()
      },
    )
  }
  const problemsOf = (at: number) => test.repositories.problems.of({ orderId: orders[at]?.id ?? 0 })
  return { ...test, orders, corridor, begun, pass, problemsOf }
}

describe('a step', () => {
  it('counts what moved and what was left with a problem', async () => {
    const { corridor, orders } = await open()
    const outcomes: Outcome[] = ['moved', 'problem', 'stayed', 'moved']

    const tally = await onEach(
      corridor,
      'accept',
      orders.map(({ id }) => id),
      async () => outcomes.shift() ?? 'stayed',
    )

    expect(tally).toEqual({ moved: 2, problems: 1 })
  })

  it('gives way after two minutes, and begins the next cycle with the order it did not reach', async () => {
    const { pass, begun } = await open()

    await pass(1)
    const first = [...begun]
    await pass(1)

    expect([first, begun]).toEqual([
      ['1', '2', '3'],
      ['4', '1', '2'],
    ])
  })

  it('never keeps the later orders from their turn, however long the earlier ones take', async () => {
    const { pass, begun } = await open()
    const reached = new Set<string>()

    for (let cycle = 0; cycle < 4; cycle += 1) {
      await pass(3)
      for (const reference of begun) reached.add(reference)
    }

    expect([...reached].toSorted()).toEqual(['1', '2', '3', '4'])
  })

  it('takes its orders in their own order again once it was through', async () => {
    const { pass, begun } = await open()
    await pass(1)
    await pass(0)

    await pass(0)

    expect(begun).toEqual(['1', '2', '3', '4'])
  })

  it('begins no further order once somebody wants to leave', async () => {
    const { corridor, pass, begun } = await open()
    const leaving = new AbortController()

    await pass(0, { ...corridor, signal: leaving.signal }, async () => {
      leaving.abort()
      return 'moved'
    })

    expect(begun).toEqual(['1'])
  })

  it('sees what a button did meanwhile: an order that moved is left alone', async () => {
    const { corridor, orders, act } = await open(2)
    const seen: string[] = []
    const imported = orders.filter((order) => order.status === 'imported')

    await forEachOrder(corridor, 'accept', imported, async ({ reference }) => {
      seen.push(reference)
      await act('2', { action: 'manual' })
      return 'stayed'
    })

    expect(seen).toEqual(['1'])
  })
})

describe('a fault in a step', () => {
  it('of one order becomes its problem, and the others go on', async () => {
    const { pass, begun, corridor, problemsOf } = await open(2)

    const tally = await pass(0, corridor, async () => {
      throw new Fault('refused', 'Rakuten refused.', { side: 'Rakuten' })
    })

    expect([tally, [...begun]]).toEqual([{ moved: 0, problems: 2 }, ['1', '2']])
    expect(problemsOf(0)).toMatchObject([
      { kind: 'refused', detail: { step: 'accept', side: 'Rakuten' }, nextTryAt: null },
    ])
  })

  it('that was refused is never asked for alone, in this step', async () => {
    const { pass, begun, corridor, orders } = await open(1)
    await pass(0, corridor, async () => {
      throw new Fault('refused', 'Rakuten refused.')
    })

    const again = await pass(0)
    const reachedAgain = [...begun]
    let reachedElsewhere = false
    await onEach(
      corridor,
      'cancel',
      orders.map(({ id }) => id),
      async () => {
        reachedElsewhere = true
        return 'stayed'
      },
    )

    expect([reachedAgain, again.problems, reachedElsewhere]).toEqual([[], 1, true])
  })

  it('of the connection ends the step', async () => {
    const { pass, begun, corridor, problemsOf } = await open(2)

    const ended = pass(0, corridor, async () => {
      throw new Fault('unreachable', 'No answer.')
    })

    await expect(ended).rejects.toMatchObject({ kind: 'unreachable' })
    expect([[...begun], problemsOf(0)]).toEqual([['1'], []])
  })

  it('that was no fault at all but a bug is said in one plain sentence, and the others go on', async () => {
    const { pass, begun, corridor, problemsOf } = await open(2)

    await pass(0, corridor, async () => {
      throw new TypeError('undefined is not a function')
    })

    expect(begun).toEqual(['1', '2'])
    expect(problemsOf(0)[0]?.message).toBe(
      'Navette could not handle this order; the details are in its log. It tries again.',
    )
  })

  it('goes as soon as the same step gets through', async () => {
    const { pass, corridor, problemsOf } = await open(1)
    await pass(0, corridor, async () => {
      throw new Fault('unreadable', 'Nothing at all.')
    })
    const held = problemsOf(0).map(({ kind, nextTryAt }) => [kind, nextTryAt])

    await pass(0)

    expect([held, problemsOf(0)]).toEqual([[['unreadable', '2026-01-12T09:05:00.000Z']], []])
  })

  it('is no problem when the order only moved while it was looked at', async () => {
    const { pass, corridor, problemsOf } = await open(1)

    const tally = await pass(0, corridor, async () => {
      throw new Fault('stale', 'It has moved.')
    })

    expect([tally, problemsOf(0)]).toEqual([{ moved: 0, problems: 0 }, []])
  })
})
