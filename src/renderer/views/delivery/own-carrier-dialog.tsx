import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'

interface OwnCarrierDialogProps {
  connection: ConnectionView
  name: string
  onClose: () => void
}

/** A carrier of the seller's own: a name, and where its numbers are followed. */
export function OwnCarrierDialog({ connection, name: given, onClose }: OwnCarrierDialogProps) {
  const { t } = useTranslation()
  const { changeCarriers, notify } = useApp(({ changeCarriers, notify }) => ({ changeCarriers, notify }))
  const [name, setName] = useState(given)
  const [template, setTemplate] = useState('')
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isLink = template.trim().startsWith('https://') && template.includes('{trackingNumber}')

  const add = async (): Promise<void> => {
    setAsked(true)
    if (!isLink || name.trim() === '') return
    setBusy(true)
    const { ownCarriers, carriersUsed } = connection.settings
    const own = { name: name.trim(), trackingUrlTemplate: template.trim() }
    const reply = await changeCarriers(connection.id, {
      ownCarriers: [...ownCarriers.filter((one) => one.name !== own.name), own],
      carriersUsed: [...carriersUsed.filter((id) => id !== own.name), own.name],
    })
    setBusy(false)
    if (!reply.ok) return setProblem(reply.fault.message)
    notify('done', t('delivery.carrierAdded', { carrier: own.name }))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('delivery.addCarrierTitle')}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void add()}>
            {t('do.add')}
          </Button>
        </>
      }
    >
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label={t('delivery.ownName')}
          value={name}
          onValue={setName}
          error={asked && name.trim() === '' ? t('delivery.ownNameMissing') : null}
        />
        <TextField
          label={t('delivery.ownTemplate')}
          help={t('delivery.ownTemplateHelp')}
          placeholder="https://"
          value={template}
          onValue={setTemplate}
          error={asked && !isLink ? t('delivery.ownTemplateWrong') : problem}
        />
      </form>
    </Dialog>
  )
}
