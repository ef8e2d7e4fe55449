import type { ComponentProps, ReactNode } from 'react'
import { Field } from './field.tsx'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'onChange' | 'value'> & {
  label: string
  help?: ReactNode
  error?: string | null
  value: string
  onValue: (value: string) => void
  /** A document that a machine reads: nothing of it is wrapped or corrected. */
  code?: boolean
  /** Stands under the text. */
  children?: ReactNode
}

/** A text of several lines. */
export function TextArea({ label, help, error, onValue, code, children, ...area }: TextAreaProps) {
  return (
    <Field label={label} help={help} error={error ?? null}>
      {(wiring) => (
        <>
          <textarea
            rows={3}
            {...(code && { spellCheck: false, autoComplete: 'off', wrap: 'off' })}
            {...area}
            {...wiring}
            className={code ? 'text-area mono' : 'text-area'}
            onChange={(event) => onValue(event.target.value)}
          />
          {children}
        </>
      )}
    </Field>
  )
}
