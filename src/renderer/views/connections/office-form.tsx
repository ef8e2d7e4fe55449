import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../components/field.tsx'
import { ConnectorFields, isAbout } from './connector-fields.tsx'
import { Refusal } from './refusal.tsx'
import { TrialResult } from './trial-result.tsx'
import type { OfficeDraftState } from './use-office-draft.ts'

/** What a new back office is asked for, and what its test found. */
export function OfficeForm({ office }: { office: OfficeDraftState }) {
  const { t } = useTranslation()
  const { kinds, kind, draft, choices, trial, change } = office
  const fields = kind?.fields ?? []
  return (
    <>
      <Refusal wrong={trial.wrong} shown={['label', ...fields.map(({ name }) => name)]} />
      <SelectField
        label={t('connections.add.kind')}
        value={draft.kind}
        choices={kinds.map(({ id, title }) => ({ value: id, label: title }))}
        onValue={(id) => change({ kind: id, label: kinds.find((one) => one.id === id)?.title ?? '', values: {} })}
      />
      {kind?.caution && <p className="note">{kind.caution}</p>}
      <TextField
        label={t('connections.add.officeName')}
        value={draft.label}
        onValue={(label) => change({ ...draft, label })}
        error={isAbout(trial.wrong?.field ?? null, 'label') ? (trial.wrong?.message ?? null) : null}
      />
      <ConnectorFields
        fields={fields}
        values={draft.values}
        onChange={(values) => change({ ...draft, values })}
        wrong={trial.wrong}
        choices={choices}
        fold={t('connections.usage')}
      />
      <TrialResult trial={trial} />
    </>
  )
}
