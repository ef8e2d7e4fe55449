import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, endOfParisDay, fromParis, isWeekday, parisDay, toParis } from '../../../src/main/domain/paris-time.ts'

describe('fromParis', () => {
  it.each([
    ['2026-01-12T14:00', '2026-01-12T13:00:00.000Z'],
    ['2026-07-14T14:00', '2026-07-14T12:00:00.000Z'],
    ['2026-07-14T00:30:15', '2026-07-13T22:30:15.000Z'],
    ['2026-01-01', '2025-12-31T23:00:00.000Z'],
    ['2024-02-29T12:00', '2024-02-29T11:00:00.000Z'],
  ])('puts %s at %s', (wall, utc) => {
    expect(fromParis(wall)).toBe(utc)
  })

  it('is exact up to the skipped hour of March and after it, and reads the skipped hour as if the clocks had not moved', () => {
    expect(fromParis('2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z')
    expect(fromParis('2026-03-29T02:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(fromParis('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(fromParis('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('takes the first of the two hours of October', () => {
    expect(fromParis('2026-10-25T01:59')).toBe('2026-10-24T23:59:00.000Z')
    expect(fromParis('2026-10-25T02:00')).toBe('2026-10-25T00:00:00.000Z')
    expect(fromParis('2026-10-25T02:59')).toBe('2026-10-25T00:59:00.000Z')
    expect(fromParis('2026-10-25T03:00')).toBe('2026-10-25T02:00:00.000Z')
  })

  it.each([
    '',
    '12/01/2026-14:00',
    '2026-02-31T10:00',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-12T24:00',
    '2026-01-12T10:60',
    '2026-01-12T10:00Z',
    '2026-1-2',
  ])('refuses %j', (wall) => {
    expect(fromParis(wall)).toBeNull()
  })

  it('undoes toParis, but for the hour that happens twice', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const wall = toParis(moment.toISOString())

        const back = Date.parse(fromParis(wall) ?? '')

        const seconds = Math.floor(moment.getTime() / 1000)
        expect([seconds, seconds - 3600]).toContain(back / 1000)
        expect(toParis(new Date(back).toISOString())).toBe(wall)
      }),
    )
  })
})

describe('parisDay', () => {
  it('turns at Paris midnight, an hour or two before UTC', () => {
    expect(parisDay('2026-01-12T22:59:59Z')).toBe('2026-01-12')
    expect(parisDay('2026-01-12T23:00:00Z')).toBe('2026-01-13')
    expect(parisDay('2026-07-12T21:59:59Z')).toBe('2026-07-12')
    expect(parisDay('2026-07-12T22:00:00Z')).toBe('2026-07-13')
  })
})

describe('endOfParisDay', () => {
  it('is 24:00 there, on the short and the long day too', () => {
    expect(endOfParisDay('2026-01-14')).toBe('2026-01-14T23:00:00.000Z')
    expect(endOfParisDay('2026-03-28')).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfParisDay('2026-03-29')).toBe('2026-03-29T22:00:00.000Z')
    expect(endOfParisDay('2026-10-25')).toBe('2026-10-25T23:00:00.000Z')
    expect(endOfParisDay('2026-12-31')).toBe('2026-12-31T23:00:00.000Z')
  })
})

describe('days', () => {
  it('go on over months, leap days and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24')
  })

  it('are weekdays from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, index) => isWeekday(addDays('2026-01-12', index)))

    expect(week).toEqual([true, true, true, true, true, false, false])
  })
})
