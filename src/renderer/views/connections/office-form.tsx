import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/field.tsx'
import { ConnectorFields, isAbout } from './connector-fields.tsx'
import { OfficeKind } from './office-kind.tsx'
import { wordOf } from './presets.ts'
import { PreviewPane } from './preview-pane.tsx'
import { Refusal } from './refusal.tsx'
import { TrialResult } from './trial-result.tsx'
import type { OfficeDraftState } from './use-office-draft.ts'
import { seenIn } from './use-preview.ts'

/** What a new back office is asked for, and what its test found. */
export function OfficeForm({ office }: { office: OfficeDraftState }) {
  const { t } = useTranslation()
  const { kind, draft, choices, trial, preview, change } = office
  const fields = kind?.fields ?? []
  return (
    <>
      <Refusal wrong={trial.wrong} shown={['label', ...fields.map(({ name }) => name)]} />
      <OfficeKind office={office} />
      {kind?.caution && <p className="note">{kind.caution}</p>}
      <TextField
        label={t('connections.add.officeName')}
        value={draft.label}
        onValue={(label) => change({ ...draft, label })}
        error={isAbout(trial.wrong?.field ?? null, 'label') ? (trial.wrong?.message ?? null) : null}
      />
      <ConnectorFields
        // Another form, with nothing open or filled in of the one before.
        key={wordOf(draft.kind, draft.preset)}
        fields={fields}
        values={draft.values}
        onChange={(values) => change({ ...draft, values })}
        wrong={trial.wrong}
        choices={choices}
        seen={seenIn(preview)}
        fold={t('connections.usage')}
      />
      {kind?.previews && <PreviewPane preview={preview} />}
      <TrialResult trial={trial} />
    </>
  )
}
