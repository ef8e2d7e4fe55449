import { useTranslation } from 'react-i18next'
import type { FieldView } from '../../../preload/contract/shapes.ts'
import { Fold } from '../../components/fold.tsx'
import { type Choices, ConnectorField } from './connector-field.tsx'
import type { SeenRows } from './document-tables.tsx'

export type Values = Readonly<Record<string, string>>

/** What is wrong, and with which field. */
export interface Wrong {
  readonly field: string | null
  readonly message: string
}

interface ConnectorFieldsProps {
  fields: readonly FieldView[]
  values: Values
  onChange: (values: Values) => void
  wrong: Wrong | null
  /** What only the outside knows, by field. */
  choices?: Readonly<Record<string, Choices>>
  /** What a preview read, for tables of their words. */
  seen?: SeenRows
  /** What does without an answer stands under a fold of this name. */
  fold?: string
}

/** A connector's form, drawn from what the connector says of itself. */
export function ConnectorFields({
  fields,
  values,
  onChange,
  wrong,
  choices = {},
  seen = [],
  fold,
}: ConnectorFieldsProps) {
  const { t } = useTranslation()
  const errorOf = (name: string): string | null =>
    isAbout(wrong?.field ?? null, name) ? (wrong?.message ?? null) : null
  const draw = (field: FieldView) => (
    <ConnectorField
      key={field.name}
      field={field}
      value={values[field.name]}
      choices={choices[field.name]}
      seen={seen}
      error={errorOf(field.name)}
      onValue={(value) => onChange({ ...values, [field.name]: value })}
    />
  )
  if (fold === undefined) return fields.map(draw)
  const folded = usageOf(fields)
  return (
    <>
      {fields.filter((field) => !folded.includes(field)).map(draw)}
      {folded.length > 0 && (
        <Fold title={fold} hint={t('connections.usageHint')} open={folded.some(({ name }) => errorOf(name) !== null)}>
          {folded.map(draw)}
        </Fold>
      )}
    </>
  )
}

/** The fields that say how a shop is used: getting in does without them. What nobody can know for the seller is never among them. */
export const usageOf = (fields: readonly FieldView[]): readonly FieldView[] =>
  fields.filter(
    ({ secret, optional, unless, fallback, choices }) =>
      !secret && optional && unless === null && (fallback !== null || choices !== null),
  )

/** A fault names its field by its path (`values.login`). */
export const isAbout = (field: string | null, name: string): boolean =>
  field === name || field?.endsWith(`.${name}`) === true

/** What goes out: empty optional fields stay out, so that their defaults count. */
export const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
