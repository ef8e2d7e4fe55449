import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Glyph } from './glyph.tsx'
import { NeedsYouIcon } from './status-icon.tsx'
import './field.css'

interface Shared {
  label: string
  help?: ReactNode
  /** What to do about it; kept until it is put right. */
  error?: string | null
  /** The label is for screen readers only. */
  labelUnseen?: boolean
  className?: string
}

interface Wiring {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Label above, the control, help or error under it. */
export function Field({
  label,
  help,
  error,
  labelUnseen,
  className,
  children,
}: Shared & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const says = typeof error === 'string' ? error : help
  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <label className={labelUnseen ? 'unseen' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(says && { 'aria-describedby': `${id}-says` }),
        ...(typeof error === 'string' && { 'aria-invalid': true as const }),
      })}
      <FieldSays id={`${id}-says`} help={help} error={error} />
    </div>
  )
}

/** What stands under a field: what is wrong with it, otherwise its help. */
export function FieldSays({ id, help, error }: { id?: string; help?: ReactNode; error?: string | null | undefined }) {
  return (
    <div id={id} aria-live="polite">
      {typeof error === 'string' ? (
        <p className="field-error">
          <NeedsYouIcon />
          {error}
        </p>
      ) : (
        help && <p className="field-help">{help}</p>
      )}
    </div>
  )
}

type TextFieldProps = Shared &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'> & {
    value: string
    onValue: (value: string) => void
    code?: boolean
    /** Stands inside the field, after the text. */
    after?: ReactNode
  }

export function TextField({
  label,
  help,
  error,
  labelUnseen,
  className,
  onValue,
  code,
  after,
  ...input
}: TextFieldProps) {
  return (
    <Field
      label={label}
      help={help}
      error={error ?? null}
      labelUnseen={labelUnseen ?? false}
      className={className ?? ''}
    >
      {(wiring) => (
        <span className="input-frame">
          <input
            type="text"
            spellCheck={false}
            autoComplete="off"
            {...input}
            {...wiring}
            className={code ? 'input mono' : 'input'}
            onChange={(event) => onValue(event.target.value)}
            // A copied code brings blanks along.
            onPaste={(event) => {
              if (!code) return
              event.preventDefault()
              onValue(event.clipboardData.getData('text').trim())
            }}
          />
          {after}
        </span>
      )}
    </Field>
  )
}

/** The system's own list of choices: it works with every keyboard and screen reader. */
export function Select(select: ComponentProps<'select'>) {
  return (
    <span className="select-frame">
      <select {...select} className="select" />
      <Glyph of={ChevronDown} ink="select-sign" />
    </span>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

type SelectFieldProps = Shared &
  Omit<ComponentProps<'select'>, 'id' | 'className' | 'onChange' | 'value'> & {
    value: string
    onValue: (value: string) => void
    choices: readonly Choice[]
    /** More of them under a head of their own. */
    group?: { readonly label: string; readonly choices: readonly Choice[] }
  }

export function SelectField({
  label,
  help,
  error,
  labelUnseen,
  className,
  onValue,
  choices,
  group,
  ...select
}: SelectFieldProps) {
  const options = (some: readonly Choice[]) =>
    some.map(({ value, label: word }) => (
      <option key={value} value={value}>
        {word}
      </option>
    ))
  return (
    <Field
      label={label}
      help={help}
      error={error ?? null}
      labelUnseen={labelUnseen ?? false}
      className={className ?? ''}
    >
      {(wiring) => (
        <Select {...select} {...wiring} onChange={(event) => onValue(event.target.value)}>
          {options(choices)}
          {group && <optgroup label={group.label}>{options(group.choices)}</optgroup>}
        </Select>
      )}
    </Field>
  )
}
