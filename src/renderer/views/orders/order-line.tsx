import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import { GridCell } from '../../components/grid-parts.tsx'
import { PracticeSign } from '../../components/practice-sign.tsx'
import { StatusIcon } from '../../components/status-icon.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useProblemWords } from '../../i18n/use-problem-words.ts'
import { useApp } from '../../stores/use-app.ts'
import { isAtRisk } from './is-at-risk.ts'
import { useDue } from './use-due.ts'
import './order-line.css'

/** An order beside the panel, or on *To do*: why it is there, who and what, by when. */
export const OrderLine = memo(function OrderLine({ row }: { row: OrderRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const due = useDue()
  const now = useNow()
  const { ticked, toggleTick, office } = useApp((state) => ({
    ticked: state.ticked.has(row.id),
    toggleTick: state.toggleTick,
    office: state.connections?.find(({ id }) => id === row.connectionId)?.backOffice ?? null,
  }))
  const { problem } = row
  const title =
    problem === null
      ? t(row.skippedReason === null ? `status.${row.status}` : `skipped.${row.skippedReason}`)
      : words(problem, { office, connection: row.connection }).head
  const until = due(row)
  const isUrgent = isAtRisk(row, now)
  return (
    <div className="order-line" role="presentation">
      <GridCell className="order-tick">
        <TickBox
          label={t('orders.tick', { reference: row.reference })}
          checked={ticked}
          tabIndex={-1}
          onTick={() => toggleTick(row.id)}
        />
      </GridCell>
      <GridCell className="order-status">
        <StatusIcon status={row.status} named />
      </GridCell>
      <GridCell className="order-words">
        <div className="order-title" title={title}>
          {title}
        </div>
        <div className="order-about">
          <span className="number whole">{row.reference}</span>
          {row.practice && <PracticeSign />}
          <span className="shortened by">{row.buyerName ?? t('orders.erased')}</span>
          <span className="shortened mode">{row.deliveryMode}</span>
        </div>
      </GridCell>
      <GridCell className="order-total number">{format.money(row.totalCents, row.currency)}</GridCell>
      <GridCell className={isUrgent ? 'order-due number ink-red medium' : 'order-due number'}>
        {until === '' ? format.brief(row.changedAt) : until}
      </GridCell>
    </div>
  )
})
