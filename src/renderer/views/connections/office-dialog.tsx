import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Form } from '../../components/form.tsx'
import { OfficeForm } from './office-form.tsx'
import { TrialFoot } from './trial-foot.tsx'
import { useOfficeDraft } from './use-office-draft.ts'

export function OfficeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const office = useOfficeDraft()
  const [busy, setBusy] = useState(false)

  const test = async (): Promise<void> => {
    setBusy(true)
    await office.test()
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
      foot={<TrialFoot busy={busy} onTest={() => void test()} keep={t('do.add')} onKeep={() => void add()} />}
    >
      <Form busy={busy} onSubmit={() => void add()}>
        <OfficeForm office={office} />
      </Form>
    </Dialog>
  )
}
