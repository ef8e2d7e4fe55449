import { describe, expect, it } from 'vitest'
import { FAULTS, Fault, isFault } from '../../../src/main/domain/fault.ts'

describe('a fault', () => {
  it('says that nothing was done, and blames nobody, unless told otherwise', () => {
    const fault = new Fault('refused', 'No.')

    expect(fault).toMatchObject({
      kind: 'refused',
      message: 'No.',
      side: null,
      retryAt: null,
      outcome: 'not-done',
      detail: {},
    })
    expect('cause' in fault).toBe(false)
  })

  it('keeps what was behind it for the log', () => {
    const cause = new Error('ECONNRESET')

    const fault = new Fault('unreachable', 'No answer.', { cause, side: 'Rakuten', outcome: 'unknown' })

    expect(fault).toMatchObject({ cause, side: 'Rakuten', outcome: 'unknown' })
  })

  it('stops the whole connection when the token, the network or the quota is at fault, and one order otherwise', () => {
    const connection = Object.entries(FAULTS).flatMap(([kind, { concerns }]) =>
      concerns === 'connection' ? [kind] : [],
    )

    expect(connection).toEqual(['credentials', 'busy', 'quota', 'unreachable', 'settings', 'clock'])
  })

  it('waits for a person when asking again would get the same answer', () => {
    const person = Object.entries(FAULTS).flatMap(([kind, { retry }]) => (retry === 'person' ? [kind] : []))

    expect(person).toEqual(['credentials', 'refused', 'settings'])
  })
})

describe('isFault', () => {
  it('tells a fault from a bug', () => {
    expect([
      isFault(new Fault('busy', 'Slow down.')),
      isFault(new Error('undefined is not a function')),
      isFault(null),
    ]).toEqual([true, false, false])
  })

  it('tells the kinds asked for from the others', () => {
    const fault = new Fault('busy', 'Slow down.')

    expect([isFault(fault, 'quota', 'busy'), isFault(fault, 'quota')]).toEqual([true, false])
  })
})
