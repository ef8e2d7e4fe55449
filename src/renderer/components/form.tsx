import type { ReactNode } from 'react'

interface FormProps {
  /** What Enter does in any of its fields. */
  onSubmit: () => void
  /** It is being done: Enter does it no second time. */
  busy: boolean
  children: ReactNode
}

/** The fields of a dialog, whose buttons stand at its foot. */
export function Form({ onSubmit, busy, children }: FormProps) {
  return (
    <form
      className="form-grid"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      {children}
      {/* Without one in the form, browsers leave Enter without an effect. */}
      <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
    </form>
  )
}
