import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../preload/contract/settings.ts'
import { Button } from '../../components/button.tsx'
import { Switch } from '../../components/switch.tsx'
import { useApp } from '../../stores/use-app.ts'
import { Setting, SettingsSection } from './setting.tsx'

export function KeyboardSettings({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation()
  const { changeSettings, showKeys } = useApp(({ changeSettings, showKeys }) => ({ changeSettings, showKeys }))
  return (
    <SettingsSection id="keyboard" title={t('settings.keyboard')}>
      <Setting name={t('settings.singleKeys')} help={t('settings.singleKeysHelp')}>
        <Switch
          label={t('settings.singleKeys')}
          checked={settings.singleKeys}
          onChange={(singleKeys) => void changeSettings({ singleKeys })}
        />
      </Setting>
      <Setting name={t('settings.allKeys')}>
        <Button onClick={() => showKeys(true)}>{t('settings.showKeys')}</Button>
      </Setting>
    </SettingsSection>
  )
}
