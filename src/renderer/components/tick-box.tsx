import type { ComponentProps } from 'react'
import './tick-box.css'

type TickBoxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  label: string
  /** Beside the box; otherwise the label is only read out. */
  shown?: boolean
  onTick: (ticked: boolean) => void
}

export function TickBox({ label, shown, onTick, className, ...input }: TickBoxProps) {
  return (
    <label className={['tick', className].filter(Boolean).join(' ')}>
      <input {...input} type="checkbox" className="tick-box" onChange={(event) => onTick(event.target.checked)} />
      <span className={shown ? '' : 'unseen'}>{label}</span>
    </label>
  )
}

interface RadioChoice<V extends string> {
  readonly value: V
  readonly label: string
}

interface RadiosProps<V extends string> {
  label: string
  name: string
  value: V
  choices: readonly RadioChoice<V>[]
  onValue: (value: V) => void
}

export function Radios<V extends string>({ label, name, value, choices, onValue }: RadiosProps<V>) {
  return (
    <fieldset className="radios">
      <legend className="field-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="tick">
          <input
            type="radio"
            className="radio"
            name={name}
            checked={value === choice.value}
            onChange={() => onValue(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
