import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { ConnectorFields, filled, isAbout, type Values } from './connector-fields.tsx'
import { type OfficeDraft, OfficeForm } from './office-form.tsx'
import { CheckList } from './test-result.tsx'

const NEW = 'new'

/** Account and back office in one form. Secrets stay in this form until they are sent, and go with it. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const state = useApp((all) => ({
    marketplaces: all.marketplaces,
    kinds: all.backOfficeKinds,
    backOffices: all.backOffices,
    loadMarketplaces: all.loadMarketplaces,
    loadBackOfficeKinds: all.loadBackOfficeKinds,
    checkAccount: all.checkAccount,
    addBackOffice: all.addBackOffice,
    addConnection: all.addConnection,
    notify: all.notify,
    go: all.go,
  }))
  const { marketplaces, kinds, backOffices, loadMarketplaces, loadBackOfficeKinds } = state
  const [label, setLabel] = useState('Rakuten')
  const [values, setValues] = useState<Values>({})
  const [officeId, setOfficeId] = useState(String(backOffices[0]?.id ?? NEW))
  const [office, setOffice] = useState<OfficeDraft>({ kind: '', label: '', values: {} })
  const [from, setFrom] = useState('')
  const [checks, setChecks] = useState<readonly CheckView[]>([])
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)
  const found = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checks.length > 0) found.current?.scrollIntoView({ block: 'nearest' })
  }, [checks])
  useEffect(() => {
    void loadMarketplaces()
    void loadBackOfficeKinds()
  }, [loadMarketplaces, loadBackOfficeKinds])
  const [marketplace] = marketplaces
  const draft = office.kind === '' && kinds[0] ? { kind: kinds[0].id, label: kinds[0].title, values: {} } : office
  const known = ['label', ...(marketplace?.fields ?? []), ...(kinds.find(({ id }) => id === draft.kind)?.fields ?? [])]
  const isPlaced = known.some((field) => isAbout(wrong?.field ?? null, typeof field === 'string' ? field : field.name))

  const isGood = async (id: string): Promise<boolean> => {
    const reply = await state.checkAccount(id, filled(values))
    setWrong(reply.ok ? null : reply.fault)
    setChecks(reply.ok ? reply.value : [])
    return reply.ok && reply.value.every(({ ok, aside }) => ok || aside === true)
  }
  const test = async (): Promise<void> => {
    if (marketplace === undefined) return
    setBusy(true)
    setRefused(false)
    await isGood(marketplace.id)
    setBusy(false)
  }
  const officeOf = async (): Promise<number | null> => {
    if (officeId !== NEW) return Number(officeId)
    const added = await state.addBackOffice({ ...draft, values: filled(draft.values) })
    if (added.ok) {
      // A second try of the account goes with the back office that is there by now.
      setOfficeId(String(added.value.id))
      return added.value.id
    }
    setWrong(added.fault)
    return null
  }
  const connect = async (): Promise<void> => {
    if (marketplace === undefined) return
    setBusy(true)
    // Nothing is kept of an account that does not work, not even the back office beside it.
    const good = await isGood(marketplace.id)
    setRefused(!good)
    const backOfficeId = good ? await officeOf() : null
    if (backOfficeId === null) return setBusy(false)
    const reply = await state.addConnection({
      marketplace: marketplace.id,
      label,
      values: filled(values),
      backOfficeId,
      settings: from === '' ? {} : { importFrom: from },
    })
    setBusy(false)
    if (!reply.ok) return setWrong(reply.fault)
    state.notify('done', t('connections.add.started', { connection: reply.value.label }))
    onClose()
    state.go('orders')
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('connections.add.title')}
      foot={
        <>
          <Button busy={busy} onClick={() => void test()}>
            {t('connections.test')}
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void connect()}>
            {t('connections.add.start')}
          </Button>
        </>
      }
    >
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          void connect()
        }}
      >
        {wrong !== null && !isPlaced && <ProblemStrip>{wrong.message}</ProblemStrip>}
        <section className="form-section" aria-label={t('connections.add.account')}>
          <h3>{t('connections.add.account')}</h3>
          <TextField
            label={t('connections.add.label')}
            help={t('connections.add.labelHelp')}
            value={label}
            onValue={setLabel}
            error={isAbout(wrong?.field ?? null, 'label') ? (wrong?.message ?? null) : null}
          />
          <ConnectorFields fields={marketplace?.fields ?? []} values={values} onChange={setValues} wrong={wrong} />
          <div ref={found}>
            {refused && checks.length > 0 && (
              <p className="medium" role="alert">
                {t('connections.newTokenFailed')}
              </p>
            )}
            {checks.length > 0 && <CheckList checks={checks} />}
          </div>
          <p className="note">{t('connections.add.otherTool')}</p>
        </section>
        <section className="form-section" aria-label={t('connections.add.office')}>
          <h3>{t('connections.add.office')}</h3>
          <SelectField
            label={t('connections.add.office')}
            labelUnseen
            help={t('connections.add.officeHelp')}
            value={officeId}
            choices={[
              ...backOffices.map((one) => ({ value: String(one.id), label: one.label })),
              { value: NEW, label: t('connections.add.newOffice') },
            ]}
            onValue={setOfficeId}
          />
          {officeId === NEW && <OfficeForm kinds={kinds} draft={draft} onChange={setOffice} wrong={wrong} />}
          <TextField
            label={t('connections.add.from')}
            help={t('connections.add.fromHelp')}
            type="date"
            value={from}
            onValue={setFrom}
          />
        </section>
      </form>
    </Dialog>
  )
}
