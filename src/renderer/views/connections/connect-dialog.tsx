import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { useApp } from '../../stores/use-app.ts'
import { ConnectorFields, filled, isAbout, type Values } from './connector-fields.tsx'
import { OfficeForm } from './office-form.tsx'
import { Refusal } from './refusal.tsx'
import { TrialFoot } from './trial-foot.tsx'
import { TrialResult } from './trial-result.tsx'
import { useOfficeDraft } from './use-office-draft.ts'
import { useTrial } from './use-trial.ts'

const NEW = 'new'

/** Account and back office in one form. Secrets stay in this form until they are sent, and go with it. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const state = useApp((all) => ({
    marketplaces: all.marketplaces,
    backOffices: all.backOffices,
    loadMarketplaces: all.loadMarketplaces,
    loadBackOfficeKinds: all.loadBackOfficeKinds,
    checkAccount: all.checkAccount,
    addConnection: all.addConnection,
    notify: all.notify,
    go: all.go,
  }))
  const { marketplaces, backOffices, loadMarketplaces, loadBackOfficeKinds } = state
  const [label, setLabel] = useState('Rakuten')
  const [values, setValues] = useState<Values>({})
  const [officeId, setOfficeId] = useState(String(backOffices[0]?.id ?? NEW))
  const [from, setFrom] = useState('')
  const [busy, setBusy] = useState(false)
  const account = useTrial()
  const office = useOfficeDraft()
  useEffect(() => {
    void loadMarketplaces()
    void loadBackOfficeKinds()
  }, [loadMarketplaces, loadBackOfficeKinds])
  const [marketplace] = marketplaces
  const fields = marketplace?.fields ?? []

  const testAccount = async (id: string, toKeep: boolean): Promise<boolean> =>
    account.run(() => state.checkAccount(id, filled(values)), toKeep)
  const test = async (): Promise<void> => {
    if (marketplace === undefined) return
    setBusy(true)
    await Promise.all([testAccount(marketplace.id, false), officeId === NEW && office.test()])
    setBusy(false)
  }
  const officeOf = async (): Promise<number | null> => {
    if (officeId !== NEW) return Number(officeId)
    const id = await office.keep()
    // A second try of the account goes with the back office that is there by now.
    if (id !== null) setOfficeId(String(id))
    return id
  }
  const connect = async (): Promise<void> => {
    if (marketplace === undefined) return
    setBusy(true)
    // Nothing is kept of an account that does not work, not even the back office beside it.
    const isGood = await testAccount(marketplace.id, true)
    const backOfficeId = isGood ? await officeOf() : null
    if (backOfficeId === null) return setBusy(false)
    const reply = await state.addConnection({
      marketplace: marketplace.id,
      label,
      values: filled(values),
      backOfficeId,
      settings: from === '' ? {} : { importFrom: from },
    })
    setBusy(false)
    if (!reply.ok) return account.refuse(reply.fault)
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
        <TrialFoot
          busy={busy}
          onTest={() => void test()}
          keep={t('connections.add.start')}
          onKeep={() => void connect()}
        />
      }
    >
      <Form busy={busy} onSubmit={() => void connect()}>
        <section className="form-section" aria-label={t('connections.add.account')}>
          <h3>{t('connections.add.account')}</h3>
          <Refusal wrong={account.wrong} shown={['label', ...fields.map(({ name }) => name)]} />
          <TextField
            label={t('connections.add.label')}
            help={t('connections.add.labelHelp')}
            value={label}
            onValue={setLabel}
            error={isAbout(account.wrong?.field ?? null, 'label') ? (account.wrong?.message ?? null) : null}
          />
          <ConnectorFields fields={fields} values={values} onChange={setValues} wrong={account.wrong} />
          <TrialResult trial={account} />
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
          {officeId === NEW && <OfficeForm office={office} />}
          <TextField
            label={t('connections.add.from')}
            help={t('connections.add.fromHelp')}
            type="date"
            value={from}
            onValue={setFrom}
          />
        </section>
      </Form>
    </Dialog>
  )
}
