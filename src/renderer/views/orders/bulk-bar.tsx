import { Check, Hand, RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Progress } from '../../components/progress.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import './bulk-bar.css'

/** What can be done with the ticked orders, how far it is, and what became of each. */
export function BulkBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const { ticked, bulk, job, untickAll, actOnTicked, stopJob, closeBulk } = useApp((state) => ({
    ticked: state.ticked.size,
    bulk: state.bulk,
    job: state.bulk === null ? undefined : state.jobs[state.bulk.job],
    untickAll: state.untickAll,
    actOnTicked: state.actOnTicked,
    stopJob: state.stopJob,
    closeBulk: state.closeBulk,
  }))

  if (bulk !== null && bulk.results === null && job !== undefined)
    return (
      <div className="bulk-bar running">
        <Progress title={t(`orders.bulk.doing.${bulk.action}`)} job={job} onStop={() => void stopJob(bulk.job)} />
      </div>
    )
  if (bulk?.results)
    return (
      <div className="bulk-bar ended" role="status">
        <div className="line">
          {bulk.results.every(({ done }) => done) ? <Glyph of={Check} ink="ink-green" /> : <NeedsYouIcon />}
          <span className="grow">
            {t('orders.bulk.result', { done: bulk.results.filter(({ done }) => done).length, total: bulk.total })}{' '}
            {bulk.results.some(({ done }) => !done) &&
              t('orders.bulk.resultLeft', { count: bulk.results.filter(({ done }) => !done).length })}
          </span>
          <IconButton kind="quiet" small icon={X} label={t('do.close')} onClick={closeBulk} />
        </div>
        {bulk.results.some(({ done }) => !done) && (
          <ul className="bulk-results" aria-label={t('orders.bulk.results')}>
            {bulk.results
              .filter(({ done }) => !done)
              .map(({ orderId, reference, message }) => (
                <li key={orderId}>
                  <span className="number medium">{reference}</span> <span className="second">{message}</span>
                </li>
              ))}
          </ul>
        )}
      </div>
    )
  if (ticked === 0) return null
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('orders.bulk.label')}>
      <span className="number whole">{t('orders.bulk.selected', { n: format.number(ticked) })}</span>
      <span className="bulk-line" aria-hidden="true" />
      <Button small icon={RotateCw} onClick={() => void actOnTicked({ action: 'retry' })}>
        {t('orders.bulk.retry')}
      </Button>
      <Button small icon={Check} onClick={() => void actOnTicked({ action: 'accept' })}>
        {t('orders.bulk.accept')}
      </Button>
      <Button small icon={Hand} onClick={() => void actOnTicked({ action: 'manual' })}>
        {t('orders.bulk.manual')}
      </Button>
      <IconButton kind="quiet" small icon={X} label={t('orders.bulk.clear')} onClick={untickAll} />
    </div>
  )
}
