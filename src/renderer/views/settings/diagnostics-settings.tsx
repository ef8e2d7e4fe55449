import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useApp } from '../../stores/use-app.ts'
import { Setting, SettingsSection } from './setting.tsx'

/** A report for support, shown in full before it can be saved. */
export function DiagnosticsSettings() {
  const { t } = useTranslation()
  const [report, setReport] = useState<FileView | null>(null)
  const [busy, setBusy] = useState(false)
  const makeDiagnostics = useApp((state) => state.makeDiagnostics)
  const make = async (): Promise<void> => {
    setBusy(true)
    setReport(await makeDiagnostics())
    setBusy(false)
  }
  return (
    <SettingsSection id="diagnostics" title={t('settings.diagnostics')}>
      <Setting name={t('settings.report')} help={t('settings.reportHelp')}>
        <Button busy={busy} onClick={() => void make()}>
          {t('settings.makeReport')}
        </Button>
      </Setting>
      {report !== null && (
        <Dialog
          open
          wide
          onClose={() => setReport(null)}
          title={t('settings.report')}
          foot={
            <Button kind="primary" onClick={() => saveFile(report)}>
              {t('settings.saveReport')}
            </Button>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
          <pre className="report mono" tabIndex={0}>
            {report.text}
          </pre>
        </Dialog>
      )}
    </SettingsSection>
  )
}
