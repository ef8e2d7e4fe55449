import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import { Glyph } from '../../components/glyph.tsx'
import { CountdownRing, NeedsYouIcon, TryingAgainIcon } from '../../components/status-icon.tsx'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useProblemWords } from '../../i18n/use-problem-words.ts'
import { useApp } from '../../stores/use-app.ts'
import { isAtRisk } from './is-at-risk.ts'
import { useDue } from './use-due.ts'

const WAIT_MS = 3 * 60 * 60_000

/** One thing only: problem, countdown, deadline, tracking or plain words. */
export function NextStep({ row }: { row: OrderRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const now = useNow()
  const due = useDue()
  const office = useApp(({ connections }) => connections?.find(({ id }) => id === row.connectionId)?.backOffice ?? null)
  const named = office ?? t('orders.next.yourShop')

  if (row.problem !== null)
    return (
      <span className="next-step">
        {row.problem.needsPerson ? <NeedsYouIcon /> : <TryingAgainIcon />}
        <span className={row.problem.needsPerson ? 'shortened medium' : 'shortened'}>
          {words(row.problem, { office, connection: row.connection }).head}
        </span>
      </span>
    )
  if (row.countdown !== null) {
    const left = Date.parse(row.countdown.endsAt) - now
    return (
      <span className="next-step number">
        <CountdownRing left={Math.max(0, Math.min(1, left / WAIT_MS))} />
        <span className="shortened">{due(row)}</span>
      </span>
    )
  }
  switch (row.status) {
    case 'imported':
      return (
        <span className={isAtRisk(row, now) ? 'next-step number ink-red medium' : 'next-step number'}>
          <Glyph of={Clock} />
          <span className="shortened">
            {t(Date.parse(row.acceptBy) <= now ? 'orders.next.deadlinePassed' : 'orders.next.acceptBy', {
              deadline: format.deadline(row.acceptBy, now),
            })}
          </span>
        </span>
      )
    case 'accepted':
      return <span className="second">{t('orders.next.accepted', { office: named })}</span>
    case 'placed':
      return <span className="second">{t('orders.next.placed', { office: named })}</span>
    case 'waiting':
    case 'dispatched':
    case 'shipped':
      if (row.trackingNumber === null)
        return (
          <span className="second">
            {t(row.shippedBy === 'elsewhere' ? 'orders.next.shippedElsewhere' : 'orders.next.withoutCode')}
          </span>
        )
      return (
        <span className="next-step">
          {row.carrier} <span className="mono second">{row.trackingNumber}</span>
        </span>
      )
    case 'manual':
      return (
        <span className="second">
          {row.manualSince ? t('orders.next.manualSince', { day: format.weekday(row.manualSince) }) : ''}
        </span>
      )
    case 'cancelled':
    case 'refused':
      return (
        <span className="second">
          {row.endedBy && row.endReason
            ? t('orders.next.cancelledBy', { by: t(`actor.${row.endedBy}`), reason: row.endReason })
            : ''}
        </span>
      )
    case 'skipped':
      return <span className="second">{row.skippedReason ? t(`skipped.${row.skippedReason}`) : ''}</span>
  }
}
