import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../preload/contract/reply.ts'
import type { ChoiceView, FieldView } from '../../../preload/contract/shapes.ts'
import { FieldSays, SelectField, TextField } from '../../components/field.tsx'
import { TickGroup } from '../../components/tick-group.tsx'
import { DocumentField } from './document-field.tsx'
import type { SeenRows } from './document-tables.tsx'

/** What the outside said a field may be, or why it did not; nothing until it was asked. */
export type Choices = Reply<readonly ChoiceView[]> | undefined

interface Drawn {
  field: FieldView
  /** What was entered; undefined: nothing yet, so that what is usual counts. */
  value: string | undefined
  error: string | null
  onValue: (value: string) => void
}

/** One field of a connector's form, as the connector says it is. */
export function ConnectorField({ choices, seen, ...drawn }: Drawn & { choices: Choices; seen: SeenRows }) {
  const { field } = drawn
  const label = useLabel(field)
  if (field.document) return <DocumentField {...drawn} label={label} value={drawn.value ?? ''} seen={seen} />
  if (field.choices === null) return <TextOf {...drawn} label={label} />
  const known = field.choices === 'from-outside' ? (choices?.ok ? choices.value : null) : field.choices
  if (known === null) return <LaterOf {...drawn} trouble={choices?.ok === false ? choices.fault.message : null} />
  return field.several ? <SeveralOf {...drawn} known={known} /> : <OneOf {...drawn} known={known} />
}

const useLabel = ({ label, optional, unless, fallback }: FieldView): string => {
  const { t } = useTranslation()
  return optional && unless === null && !fallback ? `${label} (${t('connections.add.optional')})` : label
}

function TextOf({ field, value = '', ...more }: Drawn & { label: string }) {
  const { t } = useTranslation()
  const { help, secret, optional, address, fallback } = field
  return (
    <TextField
      {...more}
      type={secret ? 'password' : address ? 'url' : 'text'}
      code={secret}
      required={!optional}
      placeholder={fallback ?? (address ? 'https://' : '')}
      help={[help, secret ? t('connections.add.secretKept') : null].filter(Boolean).join(' ')}
      value={value}
    />
  )
}

/** Only the shop knows, and it was not asked yet, or did not answer. */
function LaterOf({ field, value, trouble }: Drawn & { trouble: string | null }) {
  const { t } = useTranslation()
  const words = (text: string | null | undefined): string => severalOf(text ?? '').join(', ')
  const chosen = words(value)
  const usual = words(field.fallback)
  return (
    <div className="field">
      <span className="field-label">{field.label}</span>
      <p className="second">
        {chosen !== ''
          ? t('connections.choice.kept', { chosen })
          : usual === ''
            ? t('connections.choice.laterOnly')
            : t('connections.choice.later', { usual })}
      </p>
      <FieldSays help={field.help} error={trouble} />
    </div>
  )
}

type Known = Drawn & { known: readonly ChoiceView[] }

function SeveralOf({ field, value, known, error, onValue }: Known) {
  const { t } = useTranslation()
  const ticked = severalOf(value ?? field.fallback ?? '')
  const usual = severalOf(field.fallback ?? '').map((one) => known.find((choice) => choice.value === one)?.label ?? one)
  const isNone = ticked.length === 0 && usual.length > 0
  const none = isNone ? t('connections.choice.none', { usual: usual.join(', ') }) : null
  return (
    <TickGroup
      label={field.label}
      help={[field.help, none].filter(Boolean).join(' ')}
      error={error}
      // What is usual elsewhere need not be there.
      choices={useWithMissing(known, severalOf(value ?? ''))}
      ticked={ticked}
      onTicked={(all) => onValue(all.join(','))}
    />
  )
}

function OneOf({ field, value, known, error, onValue }: Known) {
  const { t } = useTranslation()
  const chosen = value || field.fallback || ''
  const nothing = { value: '', label: t(field.optional ? 'connections.choice.nothing' : 'do.choose') }
  const choices = useWithMissing(known, chosen === '' ? [] : [chosen])
  return (
    <SelectField
      label={field.label}
      help={field.help}
      error={error}
      required={!field.optional}
      value={chosen}
      choices={field.fallback ? choices : [nothing, ...choices]}
      onValue={onValue}
    />
  )
}

/** What was chosen and is not there (any more) stays in sight: it still counts. */
const useWithMissing = (known: readonly ChoiceView[], chosen: readonly string[]): readonly ChoiceView[] => {
  const { t } = useTranslation()
  const missing = chosen.filter((value) => known.every((choice) => choice.value !== value))
  return [...known, ...missing.map((value) => ({ value, label: t('connections.choice.missing', { value }) }))]
}

const severalOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
