import { useId, useRef } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { useWidth } from '../../../components/use-width.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { DayTick, dayOfMonth } from './day-tick.tsx'
import { DayTip } from './day-tip.tsx'
import type { DrawingProps, Series } from './series.ts'

const HEIGHT = 184

/**
 * The only file that knows the charts' library, and a chunk of its own: it is loaded when a chart is shown. Drawn at real pixels, and
 * never animated: nothing moves unless something happened.
 */
export function Drawing({ label, days, series, say }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const hatch = useId()
  const format = useFormat()
  const inkOf = ({ ink, fill }: Series): string => (fill === 'hatched' ? `url(#${hatch}${ink})` : `var(--${ink})`)
  return (
    <div className="drawing" ref={frame}>
      <ComposedChart
        data={[...days]}
        width={width}
        height={HEIGHT}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
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
          tick={(tick) => <DayTick {...tick} last={days.at(-1)?.day ?? ''} />}
          // Only measured by: how many days fit depends on it.
          tickFormatter={dayOfMonth}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          interval="preserveEnd"
          minTickGap={6}
          height={24}
        />
        <YAxis
          width={52}
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
              dot={days.length > 31 ? false : { r: 2.5, fill: `var(--${one.ink})`, strokeDasharray: '' }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ),
        )}
      </ComposedChart>
    </div>
  )
}
