import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptBy, isDeadlineNear, isDeadlinePassed } from '../../../src/main/domain/acceptance-deadline.ts'
import { fromParis, toParis } from '../../../src/main/domain/paris-time.ts'

/** Deadline of a purchase, both on Paris clocks. */
const deadlineInParis = (wall: string): string => toParis(acceptBy(fromParis(wall) ?? ''))

describe('acceptBy', () => {
  it("ends a Friday's order on Wednesday at midnight, as Rakuten's own example says", () => {
    expect(acceptBy('2026-01-09T13:00:00Z')).toBe('2026-01-14T23:00:00.000Z')
  })

  it.each([
    ['Monday', '2026-01-12T00:00', '2026-01-16T00:00:00'],
    ['Monday, last minute', '2026-01-12T23:59', '2026-01-16T00:00:00'],
    ['Tuesday', '2026-01-13T10:00', '2026-01-17T00:00:00'],
    ['Wednesday', '2026-01-14T10:00', '2026-01-20T00:00:00'],
    ['Thursday', '2026-01-15T10:00', '2026-01-21T00:00:00'],
    ['Friday', '2026-01-16T14:00', '2026-01-22T00:00:00'],
    ['Saturday', '2026-01-17T10:00', '2026-01-22T00:00:00'],
    ['Sunday', '2026-01-18T23:30', '2026-01-22T00:00:00'],
  ])('counts three working days after a %s', (_, purchased, deadline) => {
    expect(deadlineInParis(purchased)).toBe(deadline)
  })

  it('keeps midnight in Paris when the clocks change on the way', () => {
    expect(deadlineInParis('2026-03-27T14:00')).toBe('2026-04-02T00:00:00')
    expect(acceptBy('2026-03-27T13:00:00Z')).toBe('2026-04-01T22:00:00.000Z')
    expect(deadlineInParis('2026-10-23T14:00')).toBe('2026-10-29T00:00:00')
    expect(acceptBy('2026-10-23T12:00:00Z')).toBe('2026-10-28T23:00:00.000Z')
  })

  it('takes the day of purchase from Paris clocks, not from UTC', () => {
    expect(acceptBy('2026-01-12T22:59:00Z')).toBe('2026-01-15T23:00:00.000Z')
    expect(acceptBy('2026-01-12T23:00:00Z')).toBe('2026-01-16T23:00:00.000Z')
  })

  it('counts public holidays as working days, since the earlier date is the safe one', () => {
    expect(deadlineInParis('2026-04-30T10:00')).toBe('2026-05-06T00:00:00')
  })

  it('leaves between three and six days, and never ends on a weekend', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const deadline = acceptBy(moment.toISOString())

        const hours = (Date.parse(deadline) - moment.getTime()) / 3_600_000
        expect(hours).toBeGreaterThan(71)
        expect(hours).toBeLessThan(6 * 24 + 2)
        const lastDay = new Date(Date.parse(deadline) - 3_600_000).getUTCDay()
        expect([1, 2, 3, 4, 5]).toContain(lastDay)
      }),
    )
  })
})

describe('a deadline', () => {
  const deadline = '2026-01-14T23:00:00.000Z'

  it('is near from a day ahead', () => {
    expect(isDeadlineNear(deadline, '2026-01-13T22:59:59.999Z')).toBe(false)
    expect(isDeadlineNear(deadline, '2026-01-13T23:00:00.000Z')).toBe(true)
    expect(isDeadlineNear(deadline, '2026-01-20T00:00:00.000Z')).toBe(true)
  })

  it('has passed once its midnight strikes', () => {
    expect(isDeadlinePassed(deadline, '2026-01-14T22:59:59.999Z')).toBe(false)
    expect(isDeadlinePassed(deadline, '2026-01-14T23:00:00.000Z')).toBe(true)
  })
})
