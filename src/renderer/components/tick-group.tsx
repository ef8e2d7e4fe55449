import { type ReactNode, useId } from 'react'
import { type Choice, FieldSays } from './field.tsx'
import { TickBox } from './tick-box.tsx'

interface TickGroupProps {
  label: string
  help?: ReactNode
  error?: string | null
  choices: readonly Choice[]
  ticked: readonly string[]
  onTicked: (ticked: readonly string[]) => void
}

/** Several of a few, all of them in sight. Told in the order of the choices. */
export function TickGroup({ label, help, error, choices, ticked, onTicked }: TickGroupProps) {
  const id = useId()
  const tick = (value: string, on: boolean): void =>
    onTicked(choices.map((choice) => choice.value).filter((one) => (one === value ? on : ticked.includes(one))))
  return (
    <fieldset className="tick-group" aria-describedby={id}>
      <legend className="field-label">{label}</legend>
      <div className="tick-choices">
        {choices.map(({ value, label: word }) => (
          <TickBox key={value} shown label={word} checked={ticked.includes(value)} onTick={(on) => tick(value, on)} />
        ))}
      </div>
      <FieldSays id={id} help={help} error={error ?? null} />
    </fieldset>
  )
}
