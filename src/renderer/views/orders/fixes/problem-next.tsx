import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { ProblemView } from '../../../../preload/contract/shapes.ts'
import { useNow } from '../../../components/use-now.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useApp } from '../../../stores/use-app.ts'

/** What comes next, and when. */
export function ProblemNext({ order, problem }: { order: OrderDetail; problem: ProblemView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const nextAt = useApp(({ sync }) => sync?.nextAt ?? null)
  const hasDeadline = order.status === 'imported' || order.status === 'skipped'
  const next = problem.nextTryAt ?? nextAt
  return (
    <>
      {problem.needsPerson
        ? next !== null && t('problem.nextAfter', { time: format.time(next) })
        : next !== null && t('problem.next', { time: format.time(next) })}{' '}
      {hasDeadline && t('problem.acceptBy', { deadline: format.deadline(order.acceptBy, now) })}
      {next === null && !hasDeadline && t('problem.waits', { time: format.when(problem.since) })}
    </>
  )
}
