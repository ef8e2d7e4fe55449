import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckView, FieldView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Form } from '../../components/form.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { ConnectorFields, filled, isAbout, type Values } from './connector-fields.tsx'
import { CheckList } from './test-result.tsx'

interface NewSecretDialogProps {
  readonly side: 'connection' | 'back-office'
  readonly account: { readonly id: number; readonly label: string }
  readonly title: string
  /** Where the seller finds it. */
  readonly hint?: string
  readonly fields: readonly FieldView[]
  readonly onClose: () => void
}

/** A new token or key: tested before it is kept. What was typed is gone with the dialog. */
export function NewSecretDialog({ side, account, title, hint, fields, onClose }: NewSecretDialogProps) {
  const { t } = useTranslation()
  const { newSecret, notify } = useApp((state) => ({ newSecret: state.newSecret, notify: state.notify }))
  const [values, setValues] = useState<Values>({})
  const [busy, setBusy] = useState(false)
  const [checks, setChecks] = useState<readonly CheckView[] | null>(null)
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const secrets = fields.filter(({ secret }) => secret)

  const keep = async (): Promise<void> => {
    setBusy(true)
    const reply = await newSecret(side, account.id, filled(values))
    setBusy(false)
    if (!reply.ok) return setWrong(reply.fault)
    setWrong(null)
    if (!reply.value.kept) return setChecks(reply.value.checks)
    notify('done', t('connections.newTokenKept', { connection: account.label }))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void keep()}>
            {t('connections.newTokenTest')}
          </Button>
        </>
      }
    >
      <Form busy={busy} onSubmit={() => void keep()}>
        {hint !== undefined && <p className="second">{hint}</p>}
        {wrong !== null && !secrets.some(({ name }) => isAbout(wrong.field, name)) && (
          <ProblemStrip>{wrong.message}</ProblemStrip>
        )}
        <ConnectorFields fields={secrets} values={values} onChange={setValues} wrong={wrong} />
        {checks !== null && (
          <>
            <p className="medium">{t('connections.newTokenFailed')}</p>
            <CheckList checks={checks} />
          </>
        )}
      </Form>
    </Dialog>
  )
}
