import { describe, expect, it } from 'vitest'
import type { NewIntent } from '../../../src/main/db/intents-repository.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const AT = '2026-11-20T10:00:00.000Z'
const LATER = '2026-11-20T10:05:00.000Z'

const toPlace = (facts: Partial<NewIntent> = {}): NewIntent => ({
  connectionId: 1,
  orderId: 1,
  act: 'place',
  target: 'RKT-214001',
  openedAt: AT,
  ...facts,
})

const journal = () => {
  const repositories = openTestRepositories()
  repositories.orders.insertNew([aNewOrder({ reference: 'A' }), aNewOrder({ reference: 'B' })])
  return repositories.intents
}

describe('the journal', () => {
  it('keeps an intent open until its answer is written down', () => {
    const intents = journal()

    const opened = intents.open(toPlace({ detail: { hash: 'a1', lines: ['MUG-BLUE'] } }))
    expect(intents.unsettled(1)).toEqual([opened])
    expect(opened).toMatchObject({ state: 'open', openedAt: AT, closedAt: null })

    const closed = intents.close(opened.id, 'done', LATER, { ref: '501' })
    expect(closed).toEqual({
      ...opened,
      state: 'done',
      closedAt: LATER,
      detail: { hash: 'a1', lines: ['MUG-BLUE'], ref: '501' },
    })
    expect(intents.unsettled(1)).toEqual([])
  })

  it('counts an unknown outcome as unsettled, until somebody has settled it', () => {
    const intents = journal()
    const { id } = intents.open(toPlace())
    intents.close(id, 'unknown', LATER)

    expect(intents.unsettled(1, 'place', 1)).toMatchObject([{ id, state: 'unknown' }])
  })

  it('names what is unsettled by connection, act and order', () => {
    const intents = journal()
    intents.open(toPlace())
    intents.open(toPlace({ orderId: 2, act: 'accept', target: '2' }))
    intents.open(toPlace({ orderId: null, act: 'stock-file', target: 'file' }))

    const targets = (...which: Parameters<typeof intents.unsettled>) =>
      intents.unsettled(...which).map(({ target }) => target)

    expect(targets(1)).toEqual(['RKT-214001', '2', 'file'])
    expect(targets(1, 'accept')).toEqual(['2'])
    expect(targets(1, 'accept', 1)).toEqual([])
    expect(targets(2)).toEqual([])
  })

  it('finds the latest try of an act, for one target when asked', () => {
    const intents = journal()
    const first = intents.open(toPlace({ act: 'accept', target: '1' }))
    intents.close(first.id, 'done', LATER)
    intents.open(toPlace({ act: 'accept', target: '2' }))

    expect(intents.latest(1, 'accept')?.target).toBe('2')
    expect(intents.latest(1, 'accept', '1')).toMatchObject({ id: first.id, state: 'done' })
    expect(intents.latest(2, 'accept')).toBeNull()
  })

  it('forgets tries that certainly did nothing when the next one begins, and no others', () => {
    const intents = journal()
    const refused = intents.open(toPlace())
    intents.close(refused.id, 'not-done', LATER)
    const unknown = intents.open(toPlace())
    intents.close(unknown.id, 'unknown', LATER)
    const otherOrder = intents.open(toPlace({ orderId: 2 }))
    intents.close(otherOrder.id, 'not-done', LATER)

    intents.open(toPlace())

    expect(intents.unsettled(1, 'place', 1).map(({ id }) => id)).toContain(unknown.id)
    expect(intents.latest(2, 'place')?.id).toBe(otherOrder.id)
    expect(() => intents.close(refused.id, 'done', LATER)).toThrow(`There is no intent ${refused.id}`)
  })
})
