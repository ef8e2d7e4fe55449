import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { filled } from './connector-fields.tsx'
import { type OfficeDraft, OfficeForm } from './office-form.tsx'
import { CheckList } from './test-result.tsx'

export function OfficeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { kinds, addBackOffice, checkBackOffice } = useApp((state) => ({
    kinds: state.backOfficeKinds,
    addBackOffice: state.addBackOffice,
    checkBackOffice: state.checkBackOffice,
  }))
  const [draft, setDraft] = useState<OfficeDraft>({
    kind: kinds[0]?.id ?? '',
    label: kinds[0]?.title ?? '',
    values: {},
  })
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [checks, setChecks] = useState<readonly CheckView[]>([])
  const [busy, setBusy] = useState(false)

  const test = async (): Promise<void> => {
    setBusy(true)
    const reply = await checkBackOffice(draft.kind, filled(draft.values))
    setBusy(false)
    setWrong(reply.ok ? null : reply.fault)
    setChecks(reply.ok ? reply.value : [])
  }
  const add = async (): Promise<void> => {
    setBusy(true)
    const reply = await addBackOffice({ ...draft, values: filled(draft.values) })
    setBusy(false)
    if (reply.ok) onClose()
    else setWrong(reply.fault)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.addOffice')}
      foot={
        <>
          <Button busy={busy} onClick={() => void test()}>
            {t('connections.add.test')}
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void add()}>
            {t('do.add')}
          </Button>
        </>
      }
    >
      <form className="form-grid" onSubmit={(event) => event.preventDefault()}>
        {wrong !== null && wrong.field === null && <ProblemStrip>{wrong.message}</ProblemStrip>}
        <OfficeForm kinds={kinds} draft={draft} onChange={setDraft} wrong={wrong} />
        {checks.length > 0 && <CheckList checks={checks} />}
      </form>
    </Dialog>
  )
}
