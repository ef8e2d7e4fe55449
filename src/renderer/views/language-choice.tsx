import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../preload/contract/settings.ts'
import { SelectField } from '../components/field.tsx'
import { useApp } from '../stores/use-app.ts'

const LANGUAGES = ['system', 'en', 'fr', 'de'] as const satisfies readonly AppSettings['language'][]

/** The languages that have their texts, and the system's own. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const { info, chosen, changeSettings } = useApp((state) => ({
    info: state.info,
    chosen: state.settings?.language ?? 'system',
    changeSettings: state.changeSettings,
  }))
  const system = t('settings.languageSystem', { language: t(`settings.languages.${info?.systemLanguage ?? 'en'}`) })
  const spoken = LANGUAGES.filter((language) => language === 'system' || info?.languages.includes(language) !== false)
  return (
    <SelectField
      labelUnseen
      label={t('settings.language')}
      value={chosen}
      choices={spoken.map((language) => ({
        value: language,
        label: language === 'system' ? system : t(`settings.languages.${language}`),
      }))}
      onValue={(value) => void changeSettings({ language: LANGUAGES.find((one) => one === value) ?? 'system' })}
    />
  )
}
