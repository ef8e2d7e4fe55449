import type { ResourceStore } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../preload/contract/app.ts'
import { createFormat, type Format } from './format.ts'

const isLanguage = (text: string): text is Language => text === 'en' || text === 'fr' || text === 'de'

/**
 * One for the whole window: its formatters cost a millisecond to make, and every row of a list asks for them. Kept by the texts
 * themselves, because each component is given an i18n of its own.
 */
const made = new WeakMap<ResourceStore, Map<Language, Format>>()

export const useFormat = (): Format => {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  const ofTexts = made.get(i18n.store) ?? new Map<Language, Format>()
  const format = ofTexts.get(language) ?? createFormat(language, i18n.getFixedT(language))
  made.set(i18n.store, ofTexts.set(language, format))
  return format
}
