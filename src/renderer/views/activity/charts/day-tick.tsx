interface DayTickProps {
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value?: unknown }
  /** Today, which is the last day of the chart. */
  readonly last: string
}

export const dayOfMonth = (day: string): string => String(Number(day.slice(8)))

/** The day of the month; today stands out, weekends stand back. */
export function DayTick({ x = 0, y = 0, payload, last }: DayTickProps) {
  const day = String(payload?.value ?? '')
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  const kind = day === last ? 'today' : weekday === 0 || weekday === 6 ? 'weekend' : ''
  return (
    <text className={`tick-text ${kind}`} x={x} y={y} dy={10} textAnchor="middle">
      {dayOfMonth(day)}
    </text>
  )
}
