import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../preload/contract/settings.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'
import { FindBuyerDialog } from './find-buyer-dialog.tsx'
import { Setting, SettingsSection } from './setting.tsx'

const DAYS = [30, 60, 90, 180, 365]

export function BuyerDataSettings({ settings }: { settings: AppSettings }) {
  const { t } = useTranslation()
  const [finding, setFinding] = useState(false)
  const changeSettings = useApp((state) => state.changeSettings)
  const days = [...new Set([...DAYS, settings.retentionDays])].sort((one, other) => one - other)
  return (
    <SettingsSection id="buyerData" title={t('settings.buyerData')}>
      <Setting name={t('settings.retention')} help={t('settings.retentionHelp')}>
        <SelectField
          labelUnseen
          label={t('settings.retention')}
          value={String(settings.retentionDays)}
          choices={days.map((n) => ({ value: String(n), label: t('settings.after', { n }) }))}
          onValue={(value) => void changeSettings({ retentionDays: Number(value) })}
        />
      </Setting>
      <Setting name={t('settings.findBuyer')} help={t('settings.findBuyerHelp')}>
        <Button onClick={() => setFinding(true)}>{t('settings.find')}</Button>
      </Setting>
      {finding && <FindBuyerDialog onClose={() => setFinding(false)} />}
    </SettingsSection>
  )
}
