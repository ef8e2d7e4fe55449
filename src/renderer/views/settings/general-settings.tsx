import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../preload/contract/settings.ts'
import { SelectField } from '../../components/field.tsx'
import { Segments } from '../../components/segments.tsx'
import { Switch } from '../../components/switch.tsx'
import { useApp } from '../../stores/use-app.ts'
import { LanguageChoice } from '../language-choice.tsx'
import { Setting, SettingsSection } from './setting.tsx'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly AppSettings['theme'][]
const DENSITIES = ['comfortable', 'compact'] as const satisfies readonly AppSettings['density'][]
const CLOSINGS = ['keep-running', 'quit'] as const satisfies readonly AppSettings['closingWindow'][]

export function GeneralSettings({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation()
  const { info, changeSettings } = useApp(({ info, changeSettings }) => ({ info, changeSettings }))
  const isDesktop = info?.host === 'desktop'
  return (
    <SettingsSection id="general" title={t('settings.general')}>
      <Setting name={t('settings.language')} help={t('settings.languageHelp')}>
        <LanguageChoice />
      </Setting>
      <Setting name={t('settings.theme')}>
        <Segments
          label={t('settings.theme')}
          value={settings.theme}
          segments={THEMES.map((theme) => ({ value: theme, label: t(`settings.themes.${theme}`) }))}
          onValue={(theme) => void changeSettings({ theme })}
        />
      </Setting>
      <Setting name={t('settings.rows')}>
        <Segments
          label={t('settings.rows')}
          value={settings.density}
          segments={DENSITIES.map((density) => ({ value: density, label: t(`settings.densities.${density}`) }))}
          onValue={(density) => void changeSettings({ density })}
        />
      </Setting>
      {isDesktop && (
        <>
          <Setting name={t('settings.startWithComputer')} help={t('settings.startWithComputerHelp')}>
            <Switch
              label={t('settings.startWithComputer')}
              checked={settings.startWithComputer}
              onChange={(startWithComputer) => void changeSettings({ startWithComputer })}
            />
          </Setting>
          <Setting name={t('settings.closingWindow')} help={t('settings.closingWindowHelp')}>
            <SelectField
              labelUnseen
              label={t('settings.closingWindow')}
              value={settings.closingWindow}
              choices={CLOSINGS.map((value) => ({ value, label: t(`settings.closing.${value}`) }))}
              onValue={(value) =>
                void changeSettings({ closingWindow: CLOSINGS.find((one) => one === value) ?? 'keep-running' })
              }
            />
          </Setting>
        </>
      )}
    </SettingsSection>
  )
}
