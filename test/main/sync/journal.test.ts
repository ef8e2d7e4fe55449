import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { inDoubt, journalled } from '../../../src/main/sync/journal.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'

const open = async () => {
  const { repositories, corridor } = await aCorridor()
  const [order] = keepOrders(repositories, anOrder())
  const act = { orderId: order?.id ?? 0, act: 'accept', target: '750120001' } as const
  const opened = await corridor()
  return {
    ...{ act, corridor: opened, repositories },
    state: () => repositories.intents.latest(act.orderId, 'accept')?.state,
    ask: <T>(answer: () => Promise<T>) => journalled(opened, act, answer),
  }
}
const noAnswer = (outcome: 'unknown' | 'not-done') => async () => {
  throw new Fault('unreachable', 'No answer.', { outcome })
}

describe('an act that changes something outside', () => {
  it('is written down before it is asked for, and closed with what follows from its answer', async () => {
    const { ask, state } = await open()
    let before: unknown

    const { value, settle } = await ask(async () => {
      before = state()
      return 'yes'
    })
    const between = state()
    settle(() => undefined)

    expect([value, before, between, state()]).toEqual(['yes', 'open', 'open', 'done'])
  })

  it('stays open when what follows cannot be kept: all or nothing', async () => {
    const { ask, state } = await open()
    const { settle } = await ask(async () => 'yes')

    expect(() =>
      settle(() => {
        throw new Error('disk full')
      }),
    ).toThrow('disk full')
    expect(state()).toBe('open')
  })

  it('is in doubt when it may have happened, and so is whatever was no fault but a bug', async () => {
    const { ask, state, corridor, act } = await open()

    await expect(ask(noAnswer('unknown'))).rejects.toThrow()
    const lost = state()
    await expect(
      ask(async () => {
        throw new TypeError('bug')
      }),
    ).rejects.toThrow('bug')

    expect([lost, inDoubt(corridor, act).length]).toEqual(['unknown', 2])
  })

  it('is no doubt when it certainly did not happen', async () => {
    const { ask, corridor, act } = await open()

    await expect(ask(noAnswer('not-done'))).rejects.toThrow()

    expect(inDoubt(corridor, act)).toEqual([])
  })

  it('answers earlier doubts about the same thing', async () => {
    const { ask, corridor, act } = await open()
    await expect(ask(noAnswer('unknown'))).rejects.toThrow()

    const { settle } = await ask(async () => 'yes')
    settle(() => undefined)

    expect(inDoubt(corridor, act)).toEqual([])
  })
})
