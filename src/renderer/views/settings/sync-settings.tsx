import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../preload/contract/settings.ts'
import { SelectField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'
import { Setting, SettingsSection } from './setting.tsx'

const INTERVALS = [5, 10, 15, 30, 60] as const satisfies readonly AppSettings['intervalMinutes'][]

export function SyncSettings({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation()
  const changeSettings = useApp((state) => state.changeSettings)
  return (
    <SettingsSection id="sync" title={t('settings.sync')}>
      <Setting name={t('settings.interval')} help={t('settings.intervalHelp')}>
        <SelectField
          labelUnseen
          label={t('settings.interval')}
          value={String(settings.intervalMinutes)}
          choices={INTERVALS.map((n) => ({ value: String(n), label: t('settings.every', { n }) }))}
          onValue={(value) => void changeSettings({ intervalMinutes: INTERVALS.find((n) => String(n) === value) ?? 5 })}
        />
      </Setting>
    </SettingsSection>
  )
}
