import { createInstance, type FormatterModule, type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../preload/contract/app.ts'

/** The words of the screens as they came from the program, by language. */
export type Texts = Readonly<Record<string, unknown>>

/** Numbers inside a text, written as its language writes them: `1 254 commandes`. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  // i18next types the value as any.
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value as string),
}

/** English stands in for what a language lacks. */
export const createTexts = async (language: Language, texts: Readonly<Record<string, Texts>>): Promise<i18n> => {
  const instance = createInstance()
  const resources = Object.fromEntries(
    Object.entries(texts).map(([of, translation]) => [of, { translation }]),
    // i18next spells its tree of words as its own type; ours has been parsed by the contract.
  ) as Resource
  await instance
    .use(initReactI18next)
    .use(numbers)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    })
  return instance
}
