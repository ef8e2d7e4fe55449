import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import './segments.css'

export interface Segment<V extends string> {
  readonly value: V
  readonly label: ReactNode
}

interface SegmentsProps<V extends string> {
  label: string
  value: V
  segments: readonly Segment<V>[]
  onValue: (value: V) => void
  small?: boolean
}

/** One of a few, all of them in sight. */
export function Segments<V extends string>({ label, value, segments, onValue, small }: SegmentsProps<V>) {
  return (
    <ToggleGroup.Root
      className={small ? 'segments segments-small' : 'segments'}
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next)
        if (chosen !== undefined) onValue(chosen.value)
      }}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} className="segment" value={segment.value}>
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
