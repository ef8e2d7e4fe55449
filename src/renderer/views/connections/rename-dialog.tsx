import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'

export function RenameDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const changeConnection = useApp((state) => state.changeConnection)
  const [label, setLabel] = useState(connection.label)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const rename = async (): Promise<void> => {
    setBusy(true)
    const reply = await changeConnection(connection.id, { label })
    setBusy(false)
    if (reply.ok) onClose()
    else setWrong(reply.fault.message)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.renameFor', { connection: connection.label })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void rename()}>
            {t('connections.rename')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <TextField label={t('connections.name')} value={label} onValue={setLabel} error={wrong} />
      </form>
    </Dialog>
  )
}
