import {
  Bell,
  Database,
  FileText,
  Info,
  Keyboard,
  type LucideIcon,
  RefreshCw,
  Shield,
  SlidersHorizontal,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bars } from '../../components/empty-state.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import { About } from './about.tsx'
import { BackupSettings } from './backup-settings.tsx'
import { BuyerDataSettings } from './buyer-data-settings.tsx'
import { DiagnosticsSettings } from './diagnostics-settings.tsx'
import { GeneralSettings } from './general-settings.tsx'
import { KeyboardSettings } from './keyboard-settings.tsx'
import { NotificationSettings } from './notification-settings.tsx'
import { SyncSettings } from './sync-settings.tsx'
import './settings-view.css'

const SECTIONS = [
  ['general', SlidersHorizontal],
  ['sync', RefreshCw],
  ['notifications', Bell],
  ['keyboard', Keyboard],
  ['buyerData', Shield],
  ['backup', Database],
  ['diagnostics', FileText],
  ['about', Info],
] as const satisfies readonly (readonly [string, LucideIcon])[]

/** One page, everything kept at once. */
export function SettingsView() {
  const [current, setCurrent] = useState<string>('general')
  const { t } = useTranslation()
  const format = useFormat()
  const { settings, savedAt } = useApp((state) => ({ settings: state.settings, savedAt: state.settingsSavedAt }))
  return (
    <main className="page" aria-labelledby="settings-title">
      <header className="page-head">
        <h1 id="settings-title">{t('screens.settings')}</h1>
        <span className="grow" />
        <span className="third number" role="status">
          {savedAt !== null && t('do.saved', { time: format.time(new Date(savedAt).toISOString()) })}
        </span>
      </header>
      <div className="page-body settings" data-region="page">
        <nav className="settings-nav" aria-label={t('settings.sections')}>
          {SECTIONS.map(([name, icon]) => (
            <a
              key={name}
              href={`#settings-${name}`}
              aria-current={name === current || undefined}
              onClick={(event) => {
                event.preventDefault()
                setCurrent(name)
                const section = document.getElementById(`settings-${name}`)
                section?.scrollIntoView({ block: 'start' })
                section?.focus({ preventScroll: true })
              }}
            >
              <Glyph of={icon} />
              {t(`settings.${name}`)}
            </a>
          ))}
        </nav>
        {settings === null ? (
          <Bars label={t('settings.loading')} />
        ) : (
          <div className="settings-sections">
            <GeneralSettings settings={settings} />
            <SyncSettings settings={settings} />
            <NotificationSettings settings={settings} />
            <KeyboardSettings settings={settings} />
            <BuyerDataSettings settings={settings} />
            <BackupSettings />
            <DiagnosticsSettings />
            <About />
          </div>
        )}
      </div>
    </main>
  )
}
