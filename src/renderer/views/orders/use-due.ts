import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** By when, in one short phrase; empty when nothing runs out. */
export const useDue = (): ((row: OrderRow) => string) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  return ({ status, countdown, acceptBy, completedAt, skippedReason }) => {
    if (countdown !== null) {
      const left = Date.parse(countdown.endsAt) - now
      const ships = countdown.outcome === 'ships-without-code'
      if (left <= 0) return t(ships ? 'orders.next.soonShips' : 'orders.next.soonNeeded')
      return t(ships ? 'orders.next.shipsWithout' : 'orders.next.codeNeeded', { in: format.duration(left) })
    }
    if (status === 'imported' || skippedReason === 'mode-not-mapped') return format.deadline(acceptBy, now)
    if (completedAt === null || status !== 'waiting') return ''
    return t('orders.next.waitingFor', { age: format.duration(now - Date.parse(completedAt)) })
  }
}
