import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { useApp } from '../../stores/use-app.ts'
import type { Choices } from './connector-field.tsx'
import { ConnectorFields, isAbout, usageOf, type Values } from './connector-fields.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { Refusal } from './refusal.tsx'
import { TrialFoot } from './trial-foot.tsx'
import { TrialResult } from './trial-result.tsx'
import { seenIn, usePreview } from './use-preview.ts'
import { useTrial } from './use-trial.ts'

/** Name and fields of a back office that is kept, all but its secrets: these have a dialog of their own. */
export function OfficeSettingsDialog({ office, onClose }: { office: BackOfficeView; onClose: () => void }) {
  const { t } = useTranslation()
  const { kinds, changeBackOffice, testBackOffice, previewBackOffice, readChoices, notify } = useApp((state) => ({
    kinds: state.backOfficeKinds,
    changeBackOffice: state.changeBackOffice,
    testBackOffice: state.testBackOffice,
    previewBackOffice: state.previewBackOffice,
    readChoices: state.readChoices,
    notify: state.notify,
  }))
  const kind = kinds.find(({ id }) => id === office.kind)
  const all = kind?.fields ?? []
  const fields = all.filter(({ secret }) => !secret)
  const [before] = useState(office.settings)
  const [label, setLabel] = useState(office.label)
  const [values, setValues] = useState<Values>(before)
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({})
  const [busy, setBusy] = useState(false)
  const trial = useTrial()
  const changed = Object.entries(values).filter(([name, value]) => value !== (before[name] ?? ''))
  const settings = changed.length === 0 ? undefined : Object.fromEntries(changed)

  const preview = usePreview(JSON.stringify(settings ?? {}), (shownFor) =>
    previewBackOffice({ id: office.id, ...(settings && { settings }) }, shownFor),
  )

  const outside = fields.filter((field) => field.choices === 'from-outside').map(({ name }) => name)
  const asked = outside.join(',')
  useEffect(() => {
    const learn = async (name: string): Promise<void> => {
      const reply = await readChoices({ id: office.id }, name)
      setChoices((known) => ({ ...known, [name]: reply }))
    }
    for (const name of asked.split(',')) if (name !== '') void learn(name)
  }, [asked, office.id, readChoices])

  const test = async (): Promise<void> => {
    setBusy(true)
    await trial.run(() => testBackOffice(office.id, settings), false)
    setBusy(false)
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    // Another address has to let us in; how the shop is used can be said while it is down.
    const usage = usageOf(all)
    const needsTest = fields.some((field) => !usage.includes(field) && settings?.[field.name] !== undefined)
    const isGood = !needsTest || (await trial.run(() => testBackOffice(office.id, settings), true))
    const reply = isGood ? await changeBackOffice(office.id, { label, ...(settings && { settings }) }) : null
    setBusy(false)
    if (reply === null) return
    if (!reply.ok) return trial.refuse(reply.fault)
    notify('done', t('connections.officeSaved', { office: reply.value.label }))
    onClose()
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('connections.settings.title', { connection: office.label })}
      foot={<TrialFoot busy={busy} onTest={() => void test()} keep={t('do.save')} onKeep={() => void save()} />}
    >
      <Form busy={busy} onSubmit={() => void save()}>
        <Refusal wrong={trial.wrong} shown={['label', ...fields.map(({ name }) => name)]} />
        <TextField
          label={t('connections.add.officeName')}
          value={label}
          onValue={setLabel}
          error={isAbout(trial.wrong?.field ?? null, 'label') ? (trial.wrong?.message ?? null) : null}
        />
        <ConnectorFields
          fields={fields}
          values={values}
          onChange={setValues}
          wrong={trial.wrong}
          choices={choices}
          seen={seenIn(preview)}
        />
        {kind?.previews && <PreviewPane preview={preview} />}
        <TrialResult trial={trial} />
      </Form>
    </Dialog>
  )
}
