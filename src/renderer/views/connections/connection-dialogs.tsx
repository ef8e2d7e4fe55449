import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { ConnectionDialog } from './connection-menu.tsx'
import { ConnectionSettingsDialog } from './connection-settings-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { TestOrderDialog } from './test-order-dialog.tsx'

interface ConnectionDialogsProps {
  connection: ConnectionView
  dialog: ConnectionDialog | null
  onClose: () => void
}

/** Each begins afresh when it is opened: what was typed in one that was left is gone. */
export function ConnectionDialogs({ connection, dialog, onClose }: ConnectionDialogsProps) {
  switch (dialog) {
    case null:
      return null
    case 'rename':
      return <RenameDialog connection={connection} onClose={onClose} />
    case 'secret':
      return <SecretDialog connection={connection} onClose={onClose} />
    case 'settings':
      return <ConnectionSettingsDialog connection={connection} onClose={onClose} />
    case 'test-order':
      return <TestOrderDialog connection={connection} onClose={onClose} />
    case 'remove':
      return <RemoveDialog connection={connection} onClose={onClose} />
  }
}
