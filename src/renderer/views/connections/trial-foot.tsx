import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'

interface TrialFootProps {
  busy: boolean
  onTest: () => void
  /** The verb of what is tested first and then kept. */
  keep: string
  onKeep: () => void
}

/** The foot of a dialog whose account can be tested before it is kept. */
export function TrialFoot({ busy, onTest, keep, onKeep }: TrialFootProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button busy={busy} onClick={onTest}>
        {t('connections.test')}
      </Button>
      <Button kind="primary" busy={busy} onClick={onKeep}>
        {keep}
      </Button>
    </>
  )
}
