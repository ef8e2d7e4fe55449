import { Switch as Radix } from 'radix-ui'
import './switch.css'

interface SwitchProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Read out; the word beside it is the caller's. */
  label: string
  busy?: boolean
}

/** Takes effect at once. */
export function Switch({ checked, onChange, label, busy }: SwitchProps) {
  return (
    <Radix.Root
      className="switch"
      checked={checked}
      onCheckedChange={(next) => busy || onChange(next)}
      aria-label={label}
      aria-busy={busy}
    >
      <Radix.Thumb className="switch-knob">
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="m2 5.2 2 2L8 3" />
        </svg>
      </Radix.Thumb>
    </Radix.Root>
  )
}
