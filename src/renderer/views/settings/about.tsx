import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/use-app.ts'
import { SettingsSection } from './setting.tsx'

export function About() {
  const { t } = useTranslation()
  const info = useApp((state) => state.info)
  if (info === null) return null
  return (
    <SettingsSection id="about" title={t('settings.about')}>
      <div className="about">
        <dl>
          <div>
            <dt>{t('settings.version')}</dt>
            <dd className="number">{info.version}</dd>
          </div>
          <div>
            <dt>{t('settings.licence')}</dt>
            <dd>{t('settings.licenceMit')}</dd>
          </div>
          <div>
            <dt>{t('settings.host')}</dt>
            <dd>{t(`settings.hosts.${info.host}`)}</dd>
          </div>
          <div>
            <dt>{t('settings.dataFolder')}</dt>
            <dd className="mono">{info.dataDir}</dd>
          </div>
        </dl>
      </div>
    </SettingsSection>
  )
}
