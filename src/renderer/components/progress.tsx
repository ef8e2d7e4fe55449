import { Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../stores/jobs-slice.ts'
import { Button } from './button.tsx'
import './progress.css'

interface ProgressProps {
  title: string
  job: Job
  onStop: () => void
}

/** Something long that can be stopped: what is being done, how far it is. */
export function Progress({ title, job, onStop }: ProgressProps) {
  const { t } = useTranslation()
  const { doing, done, total, stopping } = job
  return (
    <section className="progress" aria-label={title}>
      <div className="line wrap">
        <span className="strong">{title}</span>
        <span className="second grow" role="status">
          {stopping ? t('orders.bulk.stopping') : doing}
        </span>
        {total !== null && <span className="second number">{t('orders.bulk.progress', { done, total })}</span>}
        <Button small icon={Square} reason={stopping ? t('orders.bulk.stopping') : null} onClick={onStop}>
          {t('do.stop')}
        </Button>
      </div>
      {total === null ? (
        <progress className="progress-bar" aria-label={title} />
      ) : (
        <progress className="progress-bar" aria-label={title} value={done} max={Math.max(1, total)} />
      )}
    </section>
  )
}
