import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { useApp } from '../../stores/use-app.ts'
import { NewSecretDialog } from './new-secret-dialog.tsx'

export function SecretDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const { marketplaces, loadMarketplaces } = useApp((state) => ({
    marketplaces: state.marketplaces,
    loadMarketplaces: state.loadMarketplaces,
  }))
  useEffect(() => void loadMarketplaces(), [loadMarketplaces])

  return (
    <NewSecretDialog
      side="connection"
      account={connection}
      title={t('connections.newTokenFor', { connection: connection.label })}
      hint={t('connections.problemWhereBody')}
      fields={marketplaces.find(({ id }) => id === connection.marketplace)?.fields ?? []}
      onClose={onClose}
    />
  )
}
