import { describe, expect, it } from 'vitest'
import german from '../../../resources/locales/de.json' with { type: 'json' }
import english from '../../../resources/locales/en.json' with { type: 'json' }
import french from '../../../resources/locales/fr.json' with { type: 'json' }
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

describe('French and German', () => {
  const languages = { fr: french, de: german, en: english }
  const speak = async (language: keyof typeof languages) => {
    const { t } = await createTexts(language, languages)
    return { t, format: createFormat(language, t) }
  }
  /** Spaces that do not break, as anybody would type them. */
  const typed = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

  it.each([
    ['fr', 'aujourd’hui, 24 h', 'demain, 24 h', 'ven. 27 nov., 24 h', '64,90 €', '1 h 12', '1,5 s'],
    ['de', 'heute, 24 Uhr', 'morgen, 24 Uhr', 'Fr. 27. Nov., 24 Uhr', '64,90 €', '1 Std. 12', '1,5 s'],
  ] as const)('write deadlines, money and durations their own way: %s', async (language, ...words) => {
    const { format } = await speak(language)

    expect(
      [
        ...['2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', '2026-11-27T23:00:00Z'].map((at) =>
          format.deadline(at, NOW),
        ),
        format.money(6_490, 'EUR'),
        format.duration(72 * 60_000),
        format.took(1_500),
      ].map(typed),
    ).toEqual(words)
  })

  it.each([
    ['en', ['0 orders', '1 order', '2 orders', '1,254 orders', '1,000,000 orders']],
    ['fr', ['0 commande', '1 commande', '2 commandes', '1 254 commandes', '1 000 000 de commandes']],
    ['de', ['0 Bestellungen', '1 Bestellung', '2 Bestellungen', '1.254 Bestellungen', '1.000.000 Bestellungen']],
  ] as const)('count their own way: %s', async (language, words) => {
    const { t } = await speak(language)

    expect([0, 1, 2, 1_254, 1_000_000].map((count) => typed(t('orderCount', { count })))).toEqual(words)
  })

  it.each([
    ['en', /^Synced \d\d:\d\d$/, /^Synced \w{3} \d+ \w+, \d\d:\d\d$/],
    ['fr', /^Synchronisé à \d\d:\d\d$/, /^Synchronisé \S+ \d+ \S+, \d\d:\d\d$/],
    ['de', /^Abgeglichen \d\d:\d\d$/, /^Abgeglichen \S+ \d+\. \S+, \d\d:\d\d$/],
  ] as const)('put a time or a day into a sentence: %s', async (language, today, before) => {
    const { t, format } = await speak(language)
    const say = (at: number): string => typed(t('sync.synced', { time: format.at(new Date(at).toISOString()) }))

    expect(say(Date.now())).toMatch(today)
    expect(say(Date.now() - 2 * 86_400_000)).toMatch(before)
  })
})
