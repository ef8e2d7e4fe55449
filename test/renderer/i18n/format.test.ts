import { describe, expect, it } from 'vitest'
import english from '../../../resources/locales/en.json' with { type: 'json' }
import { createTexts } from '../../../src/renderer/i18n/create-texts.ts'
import { createFormat } from '../../../src/renderer/i18n/format.ts'

const texts = await createTexts('en', { en: english })
const format = createFormat('en', texts.t)
const NOW = Date.parse('2026-11-24T13:32:00Z')

describe('how the screens write', () => {
  it.each([
    ['2026-11-24T23:00:00Z', 'today, 24:00'],
    ['2026-11-25T23:00:00Z', 'tomorrow, 24:00'],
    ['2026-11-27T23:00:00Z', 'Fri 27 Nov, 24:00'],
    // Summer time: midnight in Paris is 22:00 UTC.
    ['2026-07-03T22:00:00Z', 'Fri 3 Jul, 24:00'],
  ])('names the deadline %s by the Paris day that ends with it', (at, words) => {
    expect(format.deadline(at, NOW)).toBe(words)
  })

  it('writes money with its currency, even one it does not know', () => {
    expect(format.money(6_490, 'EUR')).toBe('€64.90')
    expect(format.money(6_490, 'no such')).toBe('64.90 no such')
  })

  it.each([
    [45_000, '0 min'],
    [72 * 60_000, '1 h 12'],
    [50 * 3_600_000, '2 days'],
  ])('writes %d ms as %s', (ms, words) => {
    expect(format.duration(ms)).toBe(words)
  })
})
