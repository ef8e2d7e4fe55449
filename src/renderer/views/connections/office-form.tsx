import { useTranslation } from 'react-i18next'
import type { BackOfficeKindView } from '../../../preload/contract/back-offices.ts'
import { SelectField, TextField } from '../../components/field.tsx'
import { ConnectorFields, isAbout, type Values } from './connector-fields.tsx'

/** A back office that is being added. */
export interface OfficeDraft {
  readonly kind: string
  readonly label: string
  readonly values: Values
}

interface OfficeFormProps {
  kinds: readonly BackOfficeKindView[]
  draft: OfficeDraft
  onChange: (draft: OfficeDraft) => void
  wrong: { readonly field: string | null; readonly message: string } | null
}

export function OfficeForm({ kinds, draft, onChange, wrong }: OfficeFormProps) {
  const { t } = useTranslation()
  const kind = kinds.find(({ id }) => id === draft.kind)
  return (
    <>
      <SelectField
        label={t('connections.add.kind')}
        value={draft.kind}
        choices={kinds.map(({ id, title }) => ({ value: id, label: title }))}
        onValue={(id) => onChange({ kind: id, label: kinds.find((one) => one.id === id)?.title ?? '', values: {} })}
      />
      <TextField
        label={t('connections.add.officeName')}
        value={draft.label}
        onValue={(label) => onChange({ ...draft, label })}
        error={isAbout(wrong?.field ?? null, 'label') ? (wrong?.message ?? null) : null}
      />
      <ConnectorFields
        fields={kind?.fields ?? []}
        values={draft.values}
        onChange={(values) => onChange({ ...draft, values })}
        wrong={wrong}
      />
    </>
  )
}
