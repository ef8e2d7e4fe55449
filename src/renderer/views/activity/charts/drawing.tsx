import { useId, useRef } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import type { DayView } from '../../../../preload/contract/activity.ts'
import { useWidth } from '../../../components/use-width.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { DayTick } from './day-tick.tsx'
import { DayTip } from './day-tip.tsx'
import type { DrawingProps, Series } from './series.ts'

const HEIGHT = 184
const VALUES = 52
const A_MONTH = 31
/** What the name of a day needs, in pixels: the day alone, or with its month. */
const [SHORT, LONG] = [24, 52]

/** As many days as there is room for, at equal steps back from today. */
const daysNamed = (days: readonly DayView[], width: number, isLong: boolean): string[] => {
  const step = Math.max(1, Math.ceil((days.length * (isLong ? LONG : SHORT)) / Math.max(1, width - VALUES)))
  return days.filter((_, index) => (days.length - 1 - index) % step === 0).map(({ day }) => day)
}

/**
 * The only file that knows the charts' library, and a chunk of its own: it is loaded when a chart is shown. Drawn at real pixels, and
 * never animated: nothing moves unless something happened.
 */
export function Drawing({ label, days, series, say }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const hatch = useId()
  const format = useFormat()
  const isLong = days.length > A_MONTH
  const sayDay = (day: string): string => (isLong ? format.date(`${day}T12:00:00Z`) : String(Number(day.slice(8))))
  const inkOf = ({ ink, fill }: Series): string => (fill === 'hatched' ? `url(#${hatch}${ink})` : `var(--${ink})`)
  return (
    <div className="drawing" ref={frame}>
      <ComposedChart
        data={[...days]}
        width={width}
        height={HEIGHT}
        margin={{ top: 8, right: isLong ? LONG / 2 : SHORT / 2, bottom: 0, left: 0 }}
        barGap={1}
        barCategoryGap="18%"
        aria-label={label}
      >
        <defs>
          {series.map(({ key, ink }) => (
            <pattern
              key={key}
              id={`${hatch}${ink}`}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="4" height="4" fill="var(--surface)" />
              <rect width="1.5" height="4" fill={`var(--${ink})`} />
            </pattern>
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tick={(tick) => <DayTick {...tick} today={days.at(-1)?.day ?? ''} say={sayDay} />}
          ticks={daysNamed(days, width, isLong)}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          height={24}
        />
        <YAxis
          width={VALUES}
          allowDecimals={false}
          tickFormatter={(value: number) => (value === 0 ? '0' : say(value))}
          tickLine={false}
          axisLine={false}
          tick={{ className: 'tick-text' }}
          tickCount={4}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)', stroke: 'var(--line-strong)' }}
          content={({ active, label: day }) =>
            active && typeof day === 'string' ? (
              <DayTip
                title={format.weekday(`${day}T12:00:00Z`)}
                day={days.find((one) => one.day === day)}
                series={series}
                say={say}
              />
            ) : null
          }
        />
        {series.map((one) =>
          one.shape === 'bar' ? (
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.name}
              fill={inkOf(one)}
              stroke={`var(--${one.ink})`}
              strokeWidth={1}
              radius={[2, 2, 0, 0]}
              maxBarSize={14}
              isAnimationActive={false}
            />
          ) : (
            <Line
              key={one.key}
              dataKey={one.key}
              name={one.name}
              type="linear"
              stroke={`var(--${one.ink})`}
              strokeWidth={2}
              strokeDasharray={one.fill === 'hatched' ? '4 3' : ''}
              dot={isLong ? false : { r: 2.5, fill: `var(--${one.ink})`, strokeDasharray: '' }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ),
        )}
      </ComposedChart>
    </div>
  )
}
