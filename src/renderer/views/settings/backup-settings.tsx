import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import { Setting, SettingsSection } from './setting.tsx'

const MEGABYTE = 1_000_000

export function BackupSettings() {
  const { t } = useTranslation()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const { backups, loadBackups, makeBackup, notify } = useApp((state) => ({
    backups: state.backups,
    loadBackups: state.loadBackups,
    makeBackup: state.makeBackup,
    notify: state.notify,
  }))
  useEffect(() => void loadBackups(), [loadBackups])
  const make = async (): Promise<void> => {
    setBusy(true)
    const reply = await makeBackup()
    setBusy(false)
    notify(reply.ok ? 'done' : 'problem', reply.ok ? t('settings.backedUp') : reply.fault.message)
  }
  const [newest] = backups ?? []
  return (
    <SettingsSection id="backup" title={t('settings.backup')}>
      <Setting
        name={
          newest === undefined ? t('settings.noBackup') : t('settings.lastBackup', { when: format.when(newest.madeAt) })
        }
        help={t('settings.backupHelp')}
      >
        <Button busy={busy} onClick={() => void make()}>
          {t('settings.backUpNow')}
        </Button>
      </Setting>
      {backups !== null && backups.length > 0 && (
        <ul className="backup-list">
          {backups.map(({ name, madeAt, reason, bytes }) => (
            <li key={name}>
              <span className="number grow">{format.moment(madeAt)}</span>
              <span className="second">{t(`settings.reason.${reason}`)}</span>
              <span className="third number">
                {t('settings.megabytes', { n: format.number(Math.ceil(bytes / MEGABYTE)) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  )
}
