import { SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Bars, EmptyState } from '../../../components/empty-state.tsx'
import { ProblemStrip } from '../../../components/problem-strip.tsx'
import { useApp } from '../../../stores/use-app.ts'
import { OrderProblems } from '../fixes/order-problems.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderHead } from './order-head.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderOutcome } from './order-outcome.tsx'
import { OrderPeople } from './order-people.tsx'
import { PanelBar } from './panel-bar.tsx'
import { PanelHandle } from './panel-handle.tsx'
import { Parcels } from './parcels.tsx'
import { ShipHere } from './ship-here.tsx'
import { Timeline } from './timeline.tsx'
import './order-panel.css'

/** One order: where it stands, what holds it, who and what, and everything that happened to it. */
export function OrderPanel() {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const { order, gone, problem, openOrderId } = useApp((state) => ({
    order: state.order,
    gone: state.orderGone,
    problem: state.orderProblem,
    openOrderId: state.openOrderId,
  }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order begins at its top
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0
  }, [openOrderId])

  return (
    <aside
      className="order-panel"
      ref={panel}
      data-region="panel"
      tabIndex={-1}
      aria-label={order === null ? t('order.loading') : t('order.panel', { reference: order.reference })}
    >
      <PanelHandle panel={panel} />
      <PanelBar order={order} />
      <div className="panel-body" ref={body}>
        {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
        {gone && (
          <EmptyState icon={SearchX} title={t('order.gone')}>
            {t('order.goneBody')}
          </EmptyState>
        )}
        {order === null && !gone && problem === null && <Bars label={t('order.loading')} count={5} />}
        {order !== null && (
          // Fields of one order never show in the next one.
          <div key={order.id} className="panel-content">
            <OrderHead order={order} />
            <OrderOutcome order={order} />
            <OrderProblems order={order} />
            <OrderActions order={order} />
            <ShipHere order={order} />
            <OrderPeople order={order} />
            <OrderLines order={order} />
            <Parcels order={order} />
            <Timeline order={order} />
          </div>
        )}
      </div>
    </aside>
  )
}
