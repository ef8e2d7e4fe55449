import { describe, expect, expectTypeOf, it } from 'vitest'
import { channels, createAnswer } from '../../../src/main/answers/answer.ts'
import type { FaultLog } from '../../../src/main/answers/reply-fault.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import type { ItemStatus as DomainItemStatus } from '../../../src/main/domain/item.ts'
import type {
  OrderStatus as DomainOrderStatus,
  SkippedReason as DomainSkippedReason,
} from '../../../src/main/domain/order.ts'
import type { ShipmentState as DomainShipmentState } from '../../../src/main/domain/parcel.ts'
import type { ProblemKind as DomainProblemKind } from '../../../src/main/domain/problem.ts'
import type { TimelineEvent as DomainTimelineEvent } from '../../../src/main/domain/timeline.ts'
import type { Answers } from '../../../src/preload/contract/index.ts'
import { contract } from '../../../src/preload/contract/index.ts'
import type {
  ItemStatus,
  OrderStatus,
  ProblemKind,
  ShipmentState,
  SkippedReason,
  TimelineEvent,
} from '../../../src/preload/contract/vocabulary.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const { answers, ask } = testAnswers()

const withState = (state: () => unknown, log: FaultLog = { error: () => {} }) => {
  // A handler that does what handlers must not, so that its catcher can be seen.
  const broken = { ...answers, sync: { ...answers.sync, state } } as unknown as Answers
  return createAnswer(broken, log)
}

describe('an answer', () => {
  it('exists for every question of the contract', () => {
    const missing = Object.entries(contract).flatMap(([area, endpoints]) =>
      Object.keys(endpoints).filter((name) => typeof Object(answers[area as keyof Answers])[name] !== 'function'),
    )

    expect(missing).toEqual([])
    expect(channels).toContain('orders:list')
    expect(channels).toHaveLength(Object.values(contract).flatMap(Object.keys).length)
  })

  it.each(channels)('%s refuses input that is not the contract’s, and never asks its handler', async (channel) => {
    const handled: string[] = []
    const watched = Object.fromEntries(
      Object.entries(answers).map(([area, handlers]) => [
        area,
        Object.fromEntries(Object.keys(handlers).map((name) => [name, () => handled.push(name)])),
      ]),
    )
    const answer = createAnswer(watched as unknown as Answers, { error: () => {} }) // the same names, handlers that only note

    const reply = await answer(channel, Symbol('nothing the contract could know'))

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'bad-input' } })
    expect(handled).toEqual([])
  })

  it('names the field that is wrong', async () => {
    const reply = await ask.orders.list({ tab: 'all', limit: 0 } as never) // as a window of another version might

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'bad-input', field: 'search' } })
  })

  it('does not know a question that is not in the contract', async () => {
    const answer = createAnswer(answers, { error: () => {} })

    for (const channel of ['orders:explode', 'constructor:name', '__proto__:x', ''])
      expect(await answer(channel, undefined)).toMatchObject({ ok: false, fault: { kind: 'bad-input' } })
  })

  it('tells a fault with its kind and its field', async () => {
    const answer = withState(() => {
      throw new Fault('settings', 'Token is empty.', { detail: { field: 'token' } })
    })

    expect(await answer('sync:state', undefined)).toEqual({
      ok: false,
      fault: { kind: 'settings', message: 'Token is empty.', field: 'token' },
    })
  })

  it('shows a bug as one plain sentence and logs it whole', async () => {
    const logged: unknown[] = []
    const bug = new TypeError('canary of a stack')
    const log = { error: (_: string, facts?: Readonly<Record<string, unknown>>) => void logged.push(facts?.['error']) }
    const answer = withState(() => Promise.reject(bug), log)

    const reply = await answer('sync:state', undefined)

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'bug' } })
    expect(JSON.stringify(reply)).not.toContain('canary')
    expect(logged).toEqual([bug])
  })

  it('lets nothing through that the contract does not name', async () => {
    const answer = withState(async () => ({ ...(await answers.sync.state()), token: 'canary' }))

    const reply = await answer('sync:state', undefined)

    expect(reply).toMatchObject({ ok: true })
    expect(JSON.stringify(reply)).not.toContain('canary')
  })
})

describe('the vocabulary of the contract', () => {
  // Types alone: `tsc` refuses this file when the domain learns a word that the contract has not.
  it('knows every word of the domain', () => {
    expectTypeOf<DomainOrderStatus>().toEqualTypeOf<OrderStatus>()
    expectTypeOf<DomainItemStatus>().toEqualTypeOf<ItemStatus>()
    expectTypeOf<DomainSkippedReason>().toEqualTypeOf<SkippedReason>()
    expectTypeOf<DomainProblemKind>().toEqualTypeOf<ProblemKind>()
    expectTypeOf<DomainShipmentState>().toEqualTypeOf<ShipmentState>()
    expectTypeOf<DomainTimelineEvent>().toEqualTypeOf<TimelineEvent>()
    expectTypeOf<DomainOrderStatus | 'vanished'>().not.toExtend<OrderStatus>()
  })
})
