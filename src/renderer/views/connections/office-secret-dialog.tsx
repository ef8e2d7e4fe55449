import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { ConnectorFields, filled, type Values } from './connector-fields.tsx'
import { CheckList } from './test-result.tsx'

/** New keys of a back office: tested before they are kept. */
export function OfficeSecretDialog({ office, onClose }: { office: BackOfficeView; onClose: () => void }) {
  const { t } = useTranslation()
  const { kinds, newSecret, notify } = useApp((state) => ({
    kinds: state.backOfficeKinds,
    newSecret: state.newSecret,
    notify: state.notify,
  }))
  const [values, setValues] = useState<Values>({})
  const [checks, setChecks] = useState<readonly CheckView[] | null>(null)
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const fields = kinds.find(({ id }) => id === office.kind)?.fields.filter(({ secret }) => secret) ?? []

  const keep = async (): Promise<void> => {
    setBusy(true)
    const reply = await newSecret('back-office', office.id, filled(values))
    setBusy(false)
    if (!reply.ok) return setWrong(reply.fault)
    setWrong(null)
    if (!reply.value.kept) return setChecks(reply.value.checks)
    notify('done', t('connections.newTokenKept', { connection: office.label }))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.newSecretOffice', { office: office.label })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void keep()}>
            {t('connections.newTokenTest')}
          </Button>
        </>
      }
    >
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        {wrong !== null && wrong.field === null && <ProblemStrip>{wrong.message}</ProblemStrip>}
        <ConnectorFields fields={fields} values={values} onChange={setValues} wrong={wrong} />
        {checks !== null && (
          <>
            <p className="medium">{t('connections.newTokenFailed')}</p>
            <CheckList checks={checks} />
          </>
        )}
      </form>
    </Dialog>
  )
}
