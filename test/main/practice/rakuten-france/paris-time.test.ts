import { describe, expect, it } from 'vitest'
import {
  parisInstant,
  reportDate,
  salesDate,
  walletDate,
} from '../../../../src/main/practice/rakuten-france/paris-time.ts'

describe('Paris time', () => {
  it('writes an instant in each of the three ways, in summer as in winter', () => {
    const winter = Date.parse('2026-01-12T08:41:05Z')
    const summer = Date.parse('2026-07-12T08:41:05Z')

    expect([salesDate(winter), walletDate(winter), reportDate(winter)]).toEqual([
      '12/01/2026-09:41',
      '12/01/2026-09:41:05',
      '2026-01-12T09:41:05',
    ])
    expect(salesDate(summer)).toBe('12/07/2026-10:41')
  })

  it.each([
    ['2026-01-12', '00:00', '2026-01-11T23:00:00.000Z'],
    ['2026-07-12', '00:00', '2026-07-11T22:00:00.000Z'],
    ['2026-03-29', '00:30', '2026-03-28T23:30:00.000Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '00:30', '2026-10-24T22:30:00.000Z'],
    ['2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
  ])('finds the instant at which a clock in Paris shows %s %s', (day, time, instant) => {
    const found = parisInstant(day, time)

    expect(new Date(found).toISOString()).toBe(instant)
  })
})
