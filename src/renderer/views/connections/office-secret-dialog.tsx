import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { useApp } from '../../stores/use-app.ts'
import { NewSecretDialog } from './new-secret-dialog.tsx'

export function OfficeSecretDialog({ office, onClose }: { office: BackOfficeView; onClose: () => void }) {
  const { t } = useTranslation()
  const { kinds } = useApp((state) => ({ kinds: state.backOfficeKinds }))

  return (
    <NewSecretDialog
      side="back-office"
      account={office}
      title={t('connections.newSecretOffice', { office: office.label })}
      fields={kinds.find(({ id }) => id === office.kind)?.fields ?? []}
      onClose={onClose}
    />
  )
}
