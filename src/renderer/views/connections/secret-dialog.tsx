import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { ConnectorFields, filled, isAbout, type Values } from './connector-fields.tsx'
import { CheckList } from './test-result.tsx'

/** A new token: tested before it is kept. What was typed is gone with the dialog. */
export function SecretDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const { marketplaces, loadMarketplaces, newSecret, notify } = useApp((state) => ({
    marketplaces: state.marketplaces,
    loadMarketplaces: state.loadMarketplaces,
    newSecret: state.newSecret,
    notify: state.notify,
  }))
  const [values, setValues] = useState<Values>({})
  const [busy, setBusy] = useState(false)
  const [checks, setChecks] = useState<readonly CheckView[] | null>(null)
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  useEffect(() => void loadMarketplaces(), [loadMarketplaces])
  const fields =
    marketplaces.find(({ id }) => id === connection.marketplace)?.fields.filter(({ secret }) => secret) ?? []

  const keep = async (): Promise<void> => {
    setBusy(true)
    const reply = await newSecret('connection', connection.id, filled(values))
    setBusy(false)
    if (!reply.ok) return setWrong(reply.fault)
    setWrong(null)
    if (!reply.value.kept) return setChecks(reply.value.checks)
    notify('done', t('connections.newTokenKept', { connection: connection.label }))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.newTokenFor', { connection: connection.label })}
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
        <p className="second">{t('connections.problemWhereBody')}</p>
        {wrong !== null && !fields.some(({ name }) => isAbout(wrong.field, name)) && (
          <ProblemStrip>{wrong.message}</ProblemStrip>
        )}
        <ConnectorFields fields={fields} values={values} onChange={setValues} wrong={wrong} />
        {checks !== null && (
          <>
            <p className="medium">{t('connections.newTokenFailed')}</p>
            <CheckList checks={checks} />
          </>
        )}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}
