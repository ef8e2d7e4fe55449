import type { DayView } from '../../../../preload/contract/activity.ts'
import type { Series } from './series.ts'
import { Swatch } from './swatch.tsx'

interface DayTipProps {
  readonly title: string
  readonly day: DayView | undefined
  readonly series: readonly Series[]
  readonly say: (value: number) => string
}

/** The values of one day, under the pointer or the arrow keys. */
export function DayTip({ title, day, series, say }: DayTipProps) {
  return (
    <div className="day-tip">
      <div className="medium">{title}</div>
      {series.map((one) => {
        const value = day?.[one.key] ?? null
        return (
          <div key={one.key} className="line">
            <Swatch of={one} />
            <span className="second grow">{one.name}</span>
            <span className="number">{value === null ? '–' : say(value)}</span>
          </div>
        )
      })}
    </div>
  )
}
