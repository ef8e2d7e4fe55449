import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { OfficeForm } from './office-form.tsx'
import { useOfficeDraft } from './use-office-draft.ts'

export function OfficeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const office = useOfficeDraft()
  const [busy, setBusy] = useState(false)

  const test = async (): Promise<void> => {
    setBusy(true)
    await office.test(false)
    setBusy(false)
  }
  const add = async (): Promise<void> => {
    setBusy(true)
    const id = await office.keep()
    setBusy(false)
    if (id !== null) onClose()
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('connections.addOffice')}
      foot={
        <>
          <Button busy={busy} onClick={() => void test()}>
            {t('connections.test')}
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void add()}>
            {t('do.add')}
          </Button>
        </>
      }
    >
      <form className="form-grid" onSubmit={(event) => event.preventDefault()}>
        <OfficeForm office={office} />
      </form>
    </Dialog>
  )
}
