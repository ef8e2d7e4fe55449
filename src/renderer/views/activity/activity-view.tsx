import { Activity } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { Segments } from '../../components/segments.tsx'
import { DAYS_SHOWN } from '../../stores/activity-slice.ts'
import { knownConnections } from '../../stores/connections-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { Charts } from './charts/charts.tsx'
import { byDay } from './cycle-days.ts'
import { CycleLine } from './cycle-line.tsx'
import { STEPS } from './steps.ts'
import { useDayName } from './use-day-name.ts'
import './activity-view.css'

const ALL = 'all'
const SHOW = ['with-news', 'all', 'failed'] as const

/** What Navette did: every cycle, with what each of its steps moved. */
export function ActivityView() {
  const { t } = useTranslation()
  const { cycles, days, daysShown, filter, of, problem, connections, loadActivity } = useApp((state) => ({
    cycles: state.cycles,
    days: state.days,
    daysShown: state.daysShown,
    filter: state.cycleFilter,
    of: state.cyclesOf,
    problem: state.activityProblem,
    connections: knownConnections(state),
    loadActivity: state.loadActivity,
  }))
  const dayName = useDayName()
  useEffect(() => void loadActivity(), [loadActivity])
  return (
    <main className="page" aria-labelledby="activity-title">
      <header className="page-head">
        <h1 id="activity-title">{t('screens.activity')}</h1>
        {connections.length > 1 && (
          <Segments
            label={t('activity.connection')}
            value={of === null ? ALL : String(of)}
            segments={[
              { value: ALL, label: t('activity.allConnections') },
              ...connections.map(({ id, label }) => ({ value: String(id), label })),
            ]}
            onValue={(value) => void loadActivity({ connectionId: value === ALL ? null : Number(value) })}
          />
        )}
        <span className="grow" />
        <Segments
          label={t('activity.days')}
          value={String(daysShown)}
          segments={DAYS_SHOWN.map((n) => ({ value: String(n), label: t('activity.lastDays', { n }) }))}
          onValue={(value) => void loadActivity({ days: DAYS_SHOWN.find((n) => String(n) === value) ?? daysShown })}
        />
      </header>
      <div className="page-body" data-region="page">
        {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
        {days.length > 0 && <Charts days={days} />}
        <section className="card cycles" aria-labelledby="cycles-head">
          <header className="line wrap cycles-head">
            <h2 id="cycles-head">{t('activity.cycles')}</h2>
            <span className="second grow">{t('activity.cyclesBody')}</span>
            <Segments
              label={t('activity.show')}
              value={filter}
              segments={SHOW.map((one) => ({ value: one, label: t(`activity.${one}`) }))}
              onValue={(show) => void loadActivity({ show })}
            />
          </header>
          {cycles === null && problem === null && <Bars label={t('activity.loading')} />}
          {cycles?.length === 0 && (
            <EmptyState
              icon={Activity}
              title={t(
                filter === 'failed'
                  ? 'activity.emptyFailed'
                  : filter === 'all'
                    ? 'activity.empty'
                    : 'activity.emptyNews',
              )}
            >
              {filter === 'all' && t('activity.emptyBody')}
            </EmptyState>
          )}
          {cycles !== null && cycles.length > 0 && (
            <>
              <div className="sheet-frame">
                <table className="sheet cycle-sheet">
                  <thead>
                    <tr>
                      <th scope="col">{t('activity.began')}</th>
                      <th scope="col">{t('activity.connection')}</th>
                      <th scope="col">{t('activity.steps')}</th>
                      <th scope="col">{t('activity.what')}</th>
                      <th scope="col" className="end">
                        {t('activity.took')}
                      </th>
                    </tr>
                  </thead>
                  {byDay(cycles).map((day) => (
                    <tbody key={day.day}>
                      <tr className="day-head">
                        <th scope="rowgroup" colSpan={5}>
                          {dayName(day.day)}
                        </th>
                      </tr>
                      {day.cycles.map((cycle) => (
                        <CycleLine key={cycle.id} cycle={cycle} />
                      ))}
                    </tbody>
                  ))}
                </table>
              </div>
              <p className="cycle-legend third">
                {t('activity.stepsLegend', { steps: STEPS.map((step) => t(`steps.${step}`)).join(' · ') })}
              </p>
            </>
          )}
        </section>
      </div>
    </main>
  )
}
