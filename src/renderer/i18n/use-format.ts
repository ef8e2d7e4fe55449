import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../preload/contract/app.ts'
import { createFormat, type Format } from './format.ts'

const isLanguage = (text: string): text is Language => text === 'en' || text === 'fr' || text === 'de'

export const useFormat = (): Format => {
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return useMemo(() => createFormat(language, t), [language, t])
}
