import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../preload/contract/settings.ts'
import { Switch } from '../../components/switch.tsx'
import { useApp } from '../../stores/use-app.ts'
import { Setting, SettingsSection } from './setting.tsx'

const USUAL = { from: '20:00', to: '08:00' }

export function NotificationSettings({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation()
  const changeSettings = useApp((state) => state.changeSettings)
  const { quietHours } = settings
  const setHours = (change: Partial<typeof USUAL>): void => {
    const hours = { ...USUAL, ...quietHours, ...change }
    if (hours.from !== '' && hours.to !== '') void changeSettings({ quietHours: hours })
  }
  return (
    <SettingsSection id="notifications" title={t('settings.notifications')}>
      <Setting name={t('settings.notifyProblems')} help={t('settings.notifyProblemsHelp')}>
        <Switch
          label={t('settings.notifyProblems')}
          checked={settings.notifyProblems}
          onChange={(notifyProblems) => void changeSettings({ notifyProblems })}
        />
      </Setting>
      <Setting name={t('settings.notifyDeadlines')}>
        <Switch
          label={t('settings.notifyDeadlines')}
          checked={settings.notifyDeadlines}
          onChange={(notifyDeadlines) => void changeSettings({ notifyDeadlines })}
        />
      </Setting>
      <Setting name={t('settings.quietHours')}>
        {quietHours !== null && (
          <>
            <input
              className="input time"
              type="time"
              aria-label={`${t('settings.quietHours')}, ${t('settings.quietFrom')}`}
              value={quietHours.from}
              onChange={(event) => setHours({ from: event.target.value })}
            />
            <span className="second">{t('settings.quietTo')}</span>
            <input
              className="input time"
              type="time"
              aria-label={`${t('settings.quietHours')}, ${t('settings.quietTo')}`}
              value={quietHours.to}
              onChange={(event) => setHours({ to: event.target.value })}
            />
          </>
        )}
        <Switch
          label={t('settings.quietHours')}
          checked={quietHours !== null}
          onChange={(on) => void changeSettings({ quietHours: on ? USUAL : null })}
        />
      </Setting>
    </SettingsSection>
  )
}
