import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/preload/contract/app.ts'
import { createTexts } from '../../../src/renderer/i18n/create-texts.ts'
import { createLanguageSwitch } from '../../../src/renderer/stores/start-window.ts'
import { createApiTwin } from '../helpers/api-twin.ts'

const WORDS = { en: 'Orders', fr: 'Commandes', de: 'Bestellungen' } as const

/** A program whose texts come when the test lets them. */
const slowProgram = async () => {
  const waiting = new Map<Language, () => void>()
  const asked: Language[] = []
  const { api } = createApiTwin({})
  const texts = await createTexts('en', { en: { orders: WORDS.en } })
  const app = {
    ...api.app,
    texts: ({ language }: { readonly language: Language }) => {
      asked.push(language)
      return new Promise<{ ok: true; value: { orders: string } }>((resolve) =>
        waiting.set(language, () => resolve({ ok: true, value: { orders: WORDS[language] } })),
      )
    },
  }
  return {
    texts,
    asked,
    speak: createLanguageSwitch({ app }, texts),
    arrive: (language: Language) => waiting.get(language)?.(),
  }
}

describe('another language', () => {
  it('is read once, and spoken at once when it is chosen again', async () => {
    const { texts, asked, speak, arrive } = await slowProgram()

    const french = speak('fr')
    arrive('fr')
    await french
    expect(texts.t('orders' as never)).toBe(WORDS.fr) // this program has one text of its own
    await speak('en')
    await speak('fr')

    expect(texts.language).toBe('fr')
    expect(asked).toEqual(['fr'])
  })

  it('that was asked for last stays, though an earlier one comes later', async () => {
    const { texts, speak, arrive } = await slowProgram()

    const both = [speak('fr'), speak('de')]
    arrive('de')
    await both[1]
    arrive('fr')
    await both[0]

    expect(texts.language).toBe('de')
    expect(texts.t('orders' as never)).toBe(WORDS.de) // as above
  })
})
