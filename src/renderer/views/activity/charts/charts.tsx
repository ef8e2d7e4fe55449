import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../../preload/contract/activity.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ChartCard } from './chart-card.tsx'
import type { Series } from './series.ts'
import './charts.css'

/** Orders and shipments, how long cycles take, and how many failed: day by day. */
export function Charts({ days }: { days: readonly DayView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sum = (key: 'imported' | 'shipped' | 'cycles' | 'failed'): number =>
    days.reduce((all, day) => all + day[key], 0)
  const timed = days.filter(({ averageMs }) => averageMs !== null)
  const cycles = timed.reduce((all, day) => all + day.cycles, 0)
  const average = timed.reduce((all, day) => all + (day.averageMs ?? 0) * day.cycles, 0) / cycles
  const longest = Math.max(...timed.map(({ longestMs }) => longestMs ?? 0))
  const took = (ms: number): string => (timed.length === 0 ? '–' : format.took(ms))

  const imported = bar('imported', t('activity.ordersIn'), 'solid', 'blue')
  const shipped = bar('shipped', t('activity.shipped'), 'hatched', 'teal')
  const onAverage = line('averageMs', t('activity.average'), 'solid', 'blue')
  const atMost = line('longestMs', t('activity.longest'), 'hatched', 'teal')
  const failed = bar('failed', t('activity.failedCycles'), 'hatched', 'red')
  return (
    <div className="charts">
      <ChartCard
        title={t('activity.perDay')}
        days={days}
        series={[imported, shipped]}
        totals={[
          [imported, format.number(sum('imported'))],
          [shipped, format.number(sum('shipped'))],
        ]}
        say={format.number}
      />
      <ChartCard
        title={t('activity.duration')}
        days={days}
        series={[onAverage, atMost]}
        totals={[
          [onAverage, took(average)],
          [atMost, took(longest)],
        ]}
        say={format.took}
      />
      <ChartCard
        title={t('activity.errors')}
        days={days}
        series={[failed]}
        totals={[
          [failed, t('activity.ofCycles', { n: format.number(sum('failed')), all: format.number(sum('cycles')) })],
        ]}
        nothing={sum('failed') === 0 ? t('activity.noneFailed') : null}
        say={format.number}
      />
    </div>
  )
}

const bar = (key: Series['key'], name: string, fill: Series['fill'], ink: Series['ink']): Series => ({
  ...{ key, name, fill, ink },
  shape: 'bar',
})
const line = (key: Series['key'], name: string, fill: Series['fill'], ink: Series['ink']): Series => ({
  ...{ key, name, fill, ink },
  shape: 'line',
})
