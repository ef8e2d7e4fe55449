import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCents, isKnownCurrency, parseCents, sumCents } from '../../../src/main/domain/money.ts'

describe('parseCents', () => {
  it.each([
    ['15', 1500],
    ['15.0', 1500],
    ['14.9', 1490],
    ['1.5', 150],
    ['106.40', 10640],
    ['0.07', 7],
    ['79.8000', 7980],
    ['1.005', 101],
    ['1.0049', 100],
    ['0.999', 100],
    [' 23.9\n', 2390],
    ['-3.5', -350],
    ['-0.0', 0],
    ['0019.99', 1999],
  ])('reads %j', (text, cents) => {
    expect(parseCents(text)).toBe(cents)
  })

  it.each([
    '',
    ' ',
    '.',
    '5.',
    '.5',
    '14,90',
    '1e3',
    '0x10',
    '1 000.00',
    '+5',
    '--5',
    '12.3.4',
    '€5',
    'NaN',
    'Infinity',
  ])('refuses %j', (text) => {
    expect(parseCents(text)).toBeNull()
  })

  it('refuses an amount that a number cannot hold exactly', () => {
    expect(parseCents('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER)
    expect(parseCents('90071992547409.92')).toBeNull()
  })

  it('reads back every amount it can write', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(parseCents(formatCents(cents))).toBe(cents)
      }),
    )
  })
})

describe('formatCents', () => {
  it.each([
    [1490, '14.90'],
    [5, '0.05'],
    [0, '0.00'],
    [-5, '-0.05'],
    [-12345, '-123.45'],
  ])('writes %i', (cents, text) => {
    expect(formatCents(cents)).toBe(text)
  })

  it('refuses fractions of a cent', () => {
    expect(() => formatCents(14.9)).toThrow(RangeError)
  })
})

describe('sumCents', () => {
  it('adds what floats would not', () => {
    expect(sumCents(['0.1', '0.2'].map((text) => parseCents(text) ?? 0))).toBe(30)
    expect(sumCents([])).toBe(0)
  })
})

describe('isKnownCurrency', () => {
  it('knows the euro alone, in its exact spelling', () => {
    expect(isKnownCurrency('EUR')).toBe(true)
    expect(isKnownCurrency('USD')).toBe(false)
    expect(isKnownCurrency('')).toBe(false)
  })
})
