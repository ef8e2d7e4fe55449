import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ConnectionSettingsView,
  ConnectionView,
  SettingsChange,
} from '../../../preload/contract/connection-views.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Field, SelectField, TextField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useApp } from '../../stores/use-app.ts'
import { Aliases } from './aliases.tsx'
import { isAbout } from './connector-fields.tsx'

const changedOf = (was: ConnectionSettingsView, now: ConnectionSettingsView): SettingsChange =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) =>
        JSON.stringify(Object.entries(was).find(([one]) => one === name)?.[1]) !== JSON.stringify(value),
    ),
  )

/** How a connection behaves. Kept together, since a seller weighs these against each other. */
export function ConnectionSettingsDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const { backOffices, changeConnection } = useApp((state) => ({
    backOffices: state.backOffices,
    changeConnection: state.changeConnection,
  }))
  const [before] = useState(connection.settings)
  const [draft, setDraft] = useState(before)
  const [officeId, setOfficeId] = useState(connection.backOfficeId)
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const skuSources = backOffices.find(({ id }) => id === officeId)?.skuSources ?? [draft.skuSource]
  const change = (to: Partial<ConnectionSettingsView>): void => setDraft({ ...draft, ...to })
  const errorOf = (name: string): string | null =>
    isAbout(wrong?.field ?? null, name) ? (wrong?.message ?? null) : null

  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await changeConnection(connection.id, {
      settings: changedOf(before, draft),
      ...(officeId !== connection.backOfficeId && { backOfficeId: officeId }),
    })
    setBusy(false)
    if (reply.ok) onClose()
    else setWrong(reply.fault)
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('connections.settings.title', { connection: connection.label })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      {wrong !== null && !Object.keys(draft).some((name) => isAbout(wrong.field, name)) && (
        <ProblemStrip>{wrong.message}</ProblemStrip>
      )}
      <section className="form-section">
        <SelectField
          label={t('connections.settings.acceptance')}
          help={t('connections.settings.acceptanceHelp')}
          value={draft.acceptance}
          choices={[
            { value: 'automatic', label: t('connections.automatic') },
            { value: 'by-hand', label: t('connections.by-hand') },
          ]}
          onValue={(value) => change({ acceptance: value === 'by-hand' ? 'by-hand' : 'automatic' })}
        />
        <SelectField
          label={t('connections.settings.partialStock')}
          value={draft.partialStock}
          choices={[
            { value: 'hold', label: t('connections.settings.hold') },
            { value: 'accept-available', label: t('connections.settings.accept-available') },
          ]}
          onValue={(value) => change({ partialStock: value === 'hold' ? 'hold' : 'accept-available' })}
        />
        <SelectField
          label={t('connections.settings.adoptAccepted')}
          value={draft.adoptAccepted}
          choices={[
            { value: 'ask', label: t('connections.settings.ask') },
            { value: 'automatic', label: t('connections.automatic') },
          ]}
          onValue={(value) => change({ adoptAccepted: value === 'ask' ? 'ask' : 'automatic' })}
        />
        <SelectField
          label={t('connections.settings.cancelAtRakuten')}
          value={draft.cancelAtRakuten}
          choices={[
            { value: 'automatic', label: t('connections.settings.cancelAutomatic') },
            { value: 'confirm', label: t('connections.settings.confirm') },
          ]}
          onValue={(value) => change({ cancelAtRakuten: value === 'confirm' ? 'confirm' : 'automatic' })}
        />
        <Field label={t('connections.settings.cancelComment')} error={errorOf('cancelComment')}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="text-area"
              rows={3}
              maxLength={400}
              value={draft.cancelComment}
              onChange={(event) => change({ cancelComment: event.target.value })}
            />
          )}
        </Field>
        <TickBox
          shown
          label={t('connections.settings.messageBuyer')}
          checked={draft.messageBuyer}
          onTick={(messageBuyer) => change({ messageBuyer })}
        />
      </section>
      <section className="form-section">
        <SelectField
          label={t('connections.settings.backOffice')}
          help={t('connections.settings.backOfficeHelp')}
          value={String(officeId)}
          choices={backOffices.map(({ id, label }) => ({ value: String(id), label }))}
          onValue={(value) => setOfficeId(Number(value))}
        />
        <TextField
          label={t('connections.settings.importFrom')}
          help={t('connections.settings.importFromHelp')}
          type="date"
          value={draft.importFrom ?? ''}
          onValue={(value) => change({ importFrom: value === '' ? null : value })}
          error={errorOf('importFrom')}
        />
        <TextField
          label={t('connections.settings.safetyStock')}
          help={t('connections.settings.safetyStockHelp')}
          type="number"
          min={0}
          max={999}
          value={String(draft.safetyStock)}
          onValue={(value) => change({ safetyStock: Number(value) })}
          error={errorOf('safetyStock')}
        />
        <SelectField
          label={t('connections.settings.skuSource')}
          value={draft.skuSource}
          choices={[...new Set([draft.skuSource, ...skuSources])].map((source) => ({ value: source, label: source }))}
          onValue={(skuSource) => change({ skuSource })}
          error={errorOf('skuSource')}
        />
        <Aliases
          connectionId={connection.id}
          aliases={draft.skuAliases}
          onChange={(skuAliases) => change({ skuAliases })}
        />
      </section>
    </Dialog>
  )
}
