import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMoments } from '../../../src/main/shell/moments.ts'
import { readWords } from '../../../src/main/shell/words.ts'
import { localAt } from '../../helpers/local-time.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const english = createMoments('en', readWords(resources, 'en'))
const french = createMoments('fr', readWords(resources, 'fr'))
const NOW = localAt('2026-11-24', '14:32')
const iso = (day: string, time: string): string => new Date(localAt(day, time)).toISOString()

describe('moments', () => {
  it('of today are times, of other days have the day', () => {
    expect(english.time(iso('2026-11-24', '09:05'), NOW)).toBe('09:05')
    expect(english.time(iso('2026-11-25', '08:00'), NOW)).toBe('Wed 25 Nov, 08:00')
  })

  it('in a sentence have the word a language wants before a time', () => {
    expect(english.at(iso('2026-11-24', '14:30'), NOW)).toBe('14:30')
    expect(french.at(iso('2026-11-24', '14:30'), NOW)).toBe('à\u00a014:30')
    expect(french.at(iso('2026-11-23', '14:30'), NOW)).toBe('lun. 23 nov., 14:30')
  })

  it.each([
    ['2026-11-24T23:00:00.000Z', 'today, 24:00'],
    ['2026-11-25T23:00:00.000Z', 'tomorrow, 24:00'],
    ['2026-11-27T23:00:00.000Z', 'Fri 27 Nov, 24:00'],
    ['2026-11-23T23:00:00.000Z', 'Mon 23 Nov, 24:00'],
  ])('of deadlines are the Paris day that ends: %s is %s', (at, words) => {
    expect(english.deadline(at, Date.parse('2026-11-24T13:32:00.000Z'))).toBe(words)
  })
})
