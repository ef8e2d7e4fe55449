import { useTranslation } from 'react-i18next'
import type { FieldView } from '../../../preload/contract/shapes.ts'
import { TextField } from '../../components/field.tsx'

export type Values = Readonly<Record<string, string>>

interface ConnectorFieldsProps {
  fields: readonly FieldView[]
  values: Values
  onChange: (values: Values) => void
  /** What is wrong, and with which field. */
  wrong: { readonly field: string | null; readonly message: string } | null
}

/** A connector's form, drawn from what the connector says of itself. */
export function ConnectorFields({ fields, values, onChange, wrong }: ConnectorFieldsProps) {
  const { t } = useTranslation()
  return fields.map(({ name, label, help, secret, optional, address, fallback }) => (
    <TextField
      key={name}
      label={optional ? `${label} (${t('connections.add.optional')})` : label}
      type={secret ? 'password' : address ? 'url' : 'text'}
      code={secret}
      required={!optional}
      placeholder={fallback ?? (address ? 'https://' : '')}
      help={[help, secret ? t('connections.add.secretKept') : null].filter(Boolean).join(' ')}
      value={values[name] ?? ''}
      onValue={(value) => onChange({ ...values, [name]: value })}
      error={isAbout(wrong?.field ?? null, name) ? (wrong?.message ?? null) : null}
    />
  ))
}

/** A fault names its field by its path (`values.login`). */
export const isAbout = (field: string | null, name: string): boolean =>
  field === name || field?.endsWith(`.${name}`) === true

/** What goes out: empty optional fields stay out, so that their defaults count. */
export const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
