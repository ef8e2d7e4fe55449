import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Radios } from '../../components/tick-box.tsx'
import { useApp } from '../../stores/use-app.ts'

/** Removing asks what becomes of the open orders. */
export function RemoveDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const { removeConnection, notify } = useApp(({ removeConnection, notify }) => ({ removeConnection, notify }))
  const [openOrders, setOpenOrders] = useState<'finish' | 'hand-over'>('finish')
  const { id, label: name } = connection
  const remove = async (): Promise<void> => {
    const reply = await removeConnection(id, openOrders)
    if (!reply.ok) return notify('problem', reply.fault.message)
    notify('done', t(reply.value.removed ? 'connections.removed' : 'connections.finishing', { connection: name }))
  }
  return (
    <ConfirmDialog
      open
      title={t('connections.removeAsk', { connection: name })}
      consequence={t('connections.removeBody')}
      confirm={t('connections.removeButton', { connection: name })}
      keep={t('connections.removeKeep')}
      onConfirm={remove}
      onClose={onClose}
    >
      {connection.openOrders > 0 && (
        <Radios
          label={t('connections.removeOpen', { count: connection.openOrders })}
          name="open-orders"
          value={openOrders}
          choices={[
            { value: 'finish', label: t('connections.removeFinish') },
            { value: 'hand-over', label: t('connections.removeHandOver') },
          ]}
          onValue={setOpenOrders}
        />
      )}
    </ConfirmDialog>
  )
}
