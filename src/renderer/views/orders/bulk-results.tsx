import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderResult } from '../../../preload/contract/orders.ts'
import { IconButton } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useApp } from '../../stores/use-app.ts'

/** What became of each order, what was not done first; it stays until it is closed. */
export function BulkResults({ results, total }: { results: readonly OrderResult[]; total: number }) {
  const { t } = useTranslation()
  const { closeBulk, openOrder } = useApp((state) => ({ closeBulk: state.closeBulk, openOrder: state.openOrder }))
  const left = results.filter(({ done }) => !done)
  const done = results.filter((result) => result.done)
  const isAllDone = done.length === total
  return (
    <div className="bulk-bar ended">
      <div className="line">
        {isAllDone ? <Glyph of={Check} ink="ink-green" /> : <NeedsYouIcon />}
        <span className="grow" role="status">
          {t('orders.bulk.result', { done: done.length, total })}{' '}
          {left.length > 0 && t('orders.bulk.resultLeft', { count: left.length })}{' '}
          {results.length < total && t('orders.bulk.notReached', { count: total - results.length })}
        </span>
        <IconButton kind="quiet" small icon={X} label={t('do.close')} onClick={closeBulk} />
      </div>
      <ul className="bulk-results" aria-label={t('orders.bulk.results')}>
        {[...left, ...done].map((result) => (
          <li key={result.orderId}>
            {result.done ? <Glyph of={Check} ink="ink-green" /> : <NeedsYouIcon />}
            <button type="button" className="bulk-order number" onClick={() => void openOrder(result.orderId)}>
              {result.reference || t('orders.bulk.order')}
            </button>
            <span className="second">
              <span className="unseen">{t(result.done ? 'orders.bulk.done' : 'orders.bulk.notDone')}: </span>
              {result.message}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
