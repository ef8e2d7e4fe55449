import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../src/main/practice/rakuten-france/deadline.ts'
import { parisDay } from '../../../../src/main/practice/rakuten-france/paris-time.ts'

const deadlinesFor = (purchasedAt: string) => deadlinesOf(parisDay(Date.parse(purchasedAt)))

describe('the time to decide', () => {
  it.each([
    ['the official example, a Friday at 14:00', '2026-01-09T14:00:00+01:00', '2026-01-15T00:00:00+01:00'],
    ['a Monday morning', '2026-01-12T09:41:00+01:00', '2026-01-16T00:00:00+01:00'],
    ['a Sunday', '2026-01-11T18:00:00+01:00', '2026-01-15T00:00:00+01:00'],
    [
      'a minute past midnight in Paris, the day before in UTC',
      '2026-07-07T00:01:00+02:00',
      '2026-07-11T00:00:00+02:00',
    ],
    ['the Thursday before the clocks go forward', '2026-03-26T12:00:00+01:00', '2026-04-01T00:00:00+02:00'],
    ['the Friday before the clocks go back', '2026-10-23T12:00:00+02:00', '2026-10-29T00:00:00+01:00'],
  ])('ends on the third working day at midnight in Paris: %s', (_, purchasedAt, deadline) => {
    const { decideBy } = deadlinesFor(purchasedAt)

    expect(new Date(decideBy).toISOString()).toBe(new Date(deadline).toISOString())
  })
})

describe('the reminder', () => {
  it('is eight minutes past midnight as the last day begins', () => {
    const { remindAt } = deadlinesFor('2026-01-09T14:00:00+01:00')

    expect(new Date(remindAt).toISOString()).toBe(new Date('2026-01-14T00:08:00+01:00').toISOString())
  })
})
