import {
  Ellipsis,
  FlaskConical,
  KeyRound,
  Pause,
  Pencil,
  Play,
  RefreshCw,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { IconButton } from '../../components/button.tsx'
import { Menu, type MenuEntry } from '../../components/menu.tsx'
import { useApp } from '../../stores/use-app.ts'

export type ConnectionDialog = 'rename' | 'secret' | 'settings' | 'test-order' | 'remove'

interface ConnectionMenuProps {
  connection: ConnectionView
  onDialog: (dialog: ConnectionDialog) => void
}

export function ConnectionMenu({ connection, onDialog }: ConnectionMenuProps) {
  const { t } = useTranslation()
  const { syncNow, pauseConnection, resumeConnection } = useApp((state) => ({
    syncNow: state.syncNow,
    pauseConnection: state.pauseConnection,
    resumeConnection: state.resumeConnection,
  }))
  const { id, label, paused, practice, testOrders } = connection
  const entries: readonly MenuEntry[] = [
    { label: t('sync.now'), icon: RefreshCw, onSelect: () => void syncNow(id) },
    paused
      ? { label: t('connections.resume'), icon: Play, onSelect: () => void resumeConnection(id) }
      : { label: t('connections.pause'), icon: Pause, onSelect: () => void pauseConnection(id) },
    { label: t('connections.rename'), icon: Pencil, onSelect: () => onDialog('rename') },
    ...(practice ? [] : [{ label: t('connections.newToken'), icon: KeyRound, onSelect: () => onDialog('secret') }]),
    { label: t('connections.behaviour'), icon: SlidersHorizontal, onSelect: () => onDialog('settings') },
    ...(testOrders
      ? [{ label: t('connections.testOrder.menu'), icon: FlaskConical, onSelect: () => onDialog('test-order') }]
      : []),
    { label: t('do.remove'), icon: Trash2, danger: true, onSelect: () => onDialog('remove') },
  ]
  return (
    <Menu
      trigger={<IconButton kind="quiet" small icon={Ellipsis} label={t('connections.menu', { connection: label })} />}
      entries={entries}
    />
  )
}
