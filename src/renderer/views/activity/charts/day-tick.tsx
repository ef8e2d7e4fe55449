interface DayTickProps {
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value?: unknown }
  readonly today: string
  readonly say: (day: string) => string
}

/** The name of a day under the chart; today stands out, weekends lean. */
export function DayTick({ x = 0, y = 0, payload, today, say }: DayTickProps) {
  const day = String(payload?.value ?? '')
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  const kind = day === today ? 'today' : weekday === 0 || weekday === 6 ? 'weekend' : ''
  return (
    <text className={`tick-text ${kind}`} x={x} y={y} dy={10} textAnchor="middle">
      {say(day)}
    </text>
  )
}
