import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../preload/contract/activity.ts'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { STEPS } from './steps.ts'

/** One cycle: eight pips in step order, and what it did in words. */
export function CycleLine({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { startedAt, finishedAt, connection, steps, problem, times } = cycle
  const moved = steps.filter(({ moved: count }) => count > 0)
  const problems = steps.reduce((sum, step) => sum + step.problems, 0)
  const words = [
    ...moved.map(({ step, moved: count }) => t(`activity.moved.${step}`, { count })),
    ...(problems > 0 ? [t('activity.problems', { count: problems })] : []),
    ...(times > 1 ? [t('activity.times', { n: times })] : []),
  ]
  return (
    <tr>
      <td className="number whole" data-label={t('activity.began')}>
        {format.when(startedAt)}
      </td>
      <td className="second" data-label={t('activity.connection')}>
        {connection}
      </td>
      <td data-label={t('activity.steps')}>
        <span className="pips">
          {STEPS.map((name) => {
            const step = steps.find((one) => one.step === name)
            return <Pip key={name} name={t(`steps.${name}`)} step={step} />
          })}
        </span>
      </td>
      <td data-label={t('activity.what')}>
        {problem === null ? (
          words.join(', ') || <span className="second">{t('activity.nothingNew')}</span>
        ) : (
          <span className="line">
            <NeedsYouIcon />
            {[problem.message, ...words].join(' ')}
          </span>
        )}
      </td>
      <td className="end second whole" data-label={t('activity.took')}>
        {finishedAt === null
          ? t('activity.running')
          : times > 1
            ? ''
            : format.took(Date.parse(finishedAt) - Date.parse(startedAt))}
      </td>
    </tr>
  )
}

function Pip({ name, step }: { name: string; step: CycleView['steps'][number] | undefined }) {
  const { t } = useTranslation()
  const reached = step?.reached === true
  const failed = (step?.problems ?? 0) > 0
  const moved = step?.moved ?? 0
  const says = reached
    ? failed
      ? t('activity.problems', { count: step?.problems ?? 0 })
      : String(moved)
    : t('activity.notReached')
  const kind = !reached ? 'off' : failed ? 'bad' : moved > 0 ? 'on' : ''
  return (
    <span
      className={`pip ${kind}`}
      role="img"
      aria-label={t('activity.stepLabel', { step: name, moved: says })}
      title={`${name}: ${says}`}
    >
      {failed ? '!' : moved > 0 ? moved : ''}
    </span>
  )
}
