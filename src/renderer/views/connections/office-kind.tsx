import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../components/field.tsx'
import { FileButton } from '../../components/file-button.tsx'
import { readTextFile } from '../../components/read-text-file.ts'
import { PresetNote } from './preset-note.tsx'
import { fromWord, labelOf, presetDocument, wordOf } from './presets.ts'
import type { OfficeDraftState } from './use-office-draft.ts'

/** Which kind of back office it is: one with a connector of its own, or a form that is filled in already. */
export function OfficeKind({ office: { kinds, draft, change } }: { office: OfficeDraftState }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const presets = kinds.flatMap(({ id, presets: its }) => its.map((preset) => ({ kind: id, preset })))
  const chosen = presets.find(({ kind, preset }) => kind === draft.kind && preset.id === draft.preset)?.preset
  const document = presetDocument(kinds.find(({ id }) => id === draft.kind))

  const choose = (word: string): void => {
    const { kind, preset: id } = fromWord(word)
    const preset = presets.find((one) => one.kind === kind && one.preset.id === id)?.preset
    const title = kinds.find((one) => one.id === kind)?.title ?? ''
    setProblem(null)
    change({ kind, preset: id, label: preset ? labelOf(preset) : title, values: preset?.values ?? {} })
  }
  const open = async (file: File): Promise<void> => {
    const read = await readTextFile(file)
    if ('problem' in read) return setProblem(t(`connections.document.${read.problem}`, { file: file.name }))
    if (document === null) return
    setProblem(null)
    const values = { ...draft.values, [document.name]: read.text }
    change({ kind: draft.kind, preset: null, label: file.name.replace(/\.[^.]*$/, ''), values })
  }

  return (
    <>
      <SelectField
        label={t('connections.add.kind')}
        error={problem}
        value={wordOf(draft.kind, draft.preset)}
        choices={kinds.map(({ id, title }) => ({ value: id, label: title }))}
        {...(presets.length > 0 && {
          group: {
            label: t('connections.presets.group'),
            choices: presets.map(({ kind, preset }) => ({ value: wordOf(kind, preset.id), label: preset.title })),
          },
        })}
        onValue={choose}
      />
      {chosen !== undefined && <PresetNote key={chosen.id} preset={chosen} />}
      {document !== null && chosen === undefined && (
        <div className="line wrap">
          <FileButton accept=".json,application/json" onFile={(file) => void open(file)}>
            {t('connections.presets.open')}
          </FileButton>
          <span className="second small">{t('connections.presets.openHelp')}</span>
        </div>
      )}
    </>
  )
}
