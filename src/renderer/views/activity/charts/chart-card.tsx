import { ChartColumn, Table } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { Bars } from '../../../components/empty-state.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import { DayTable } from './day-table.tsx'
import type { DrawingProps, Series } from './series.ts'
import { Swatch } from './swatch.tsx'

const Drawing = lazy(async () => ({ default: (await import('./drawing.tsx')).Drawing }))

/** Where there is room for one of them only, numbers say more than a drawing. */
const TABLE_FIRST_BELOW = 480

interface ChartCardProps extends Omit<DrawingProps, 'label'> {
  title: string
  /** The big number of each series, which is its legend, too. */
  totals: readonly (readonly [Series, string])[]
  /** Said in place of a drawing without anything in it. */
  nothing?: string | null
}

/** A chart: its big numbers as legend, the drawing, and its table in the same place. */
export function ChartCard({ title, totals, nothing = null, days, series, say }: ChartCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const head = useId()
  const [asTable, setAsTable] = useState(window.innerWidth < TABLE_FIRST_BELOW)
  const label = t('activity.chartOf', {
    title,
    from: format.day(`${days[0]?.day}T12:00:00Z`),
    to: format.day(`${days.at(-1)?.day}T12:00:00Z`),
  })
  return (
    <section className="card chart" aria-labelledby={head}>
      <header className="line">
        <h2 id={head} className="grow">
          {title}
        </h2>
        <Button kind="quiet" small icon={asTable ? ChartColumn : Table} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'activity.drawing' : 'activity.table')}
          <span className="unseen">: {title}</span>
        </Button>
      </header>
      <dl className="totals">
        {totals.map(([one, total]) => (
          <div key={one.key}>
            <dt>
              <Swatch of={one} />
              {one.name}
            </dt>
            <dd className="number">{total}</dd>
          </div>
        ))}
      </dl>
      {asTable ? (
        <DayTable label={label} days={days} series={series} say={say} />
      ) : nothing !== null ? (
        <p className="nothing second">{nothing}</p>
      ) : (
        <Suspense fallback={<Bars label={t('activity.readingCharts')} count={4} />}>
          <Drawing label={label} days={days} series={series} say={say} />
        </Suspense>
      )}
    </section>
  )
}
