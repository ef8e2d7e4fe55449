import type { DayView } from '../../../../preload/contract/activity.ts'

/** One of the things a chart draws: told apart by its fill and by its ink. */
export interface Series {
  readonly key: keyof Omit<DayView, 'day'>
  readonly name: string
  readonly shape: 'bar' | 'line'
  readonly fill: 'solid' | 'hatched'
  readonly ink: 'blue' | 'teal' | 'red'
}

export interface DrawingProps {
  /** For whoever does not see it. */
  readonly label: string
  readonly days: readonly DayView[]
  readonly series: readonly Series[]
  readonly say: (value: number) => string
}
