import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../preload/contract/activity.ts'
import { Glyph } from '../../components/glyph.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { CycleSteps } from './cycle-steps.tsx'
import { STEPS } from './steps.ts'

/** One cycle: eight pips in step order, and what it did in words; it opens to what each step did. */
export function CycleLine({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { startedAt, connection, steps, problem, times } = cycle
  const [open, setOpen] = useState(false)
  const moved = steps.filter(({ moved: count }) => count > 0)
  const problems = steps.reduce((sum, step) => sum + step.problems, 0)
  const words = [
    ...moved.map(({ step, moved: count }) => t(`activity.moved.${step}`, { count })),
    ...(problems > 0 ? [t('activity.problems', { count: problems })] : []),
    ...(times > 1 ? [t('activity.times', { n: times })] : []),
  ]
  return (
    <>
      <tr>
        <td className="number whole" data-label={t('activity.began')}>
          <button
            type="button"
            className="cycle-open"
            aria-expanded={open}
            aria-label={t('activity.openCycle', { time: format.time(startedAt) })}
            onClick={() => setOpen(!open)}
          >
            <Glyph of={ChevronRight} size={14} />
            {format.time(startedAt)}
          </button>
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
          <Took of={cycle} />
        </td>
      </tr>
      {open && <CycleSteps cycle={cycle} />}
    </>
  )
}

/** How long it took; of many passes in one line, one of them. */
function Took({ of: { running, finishedAt, tookMs, times } }: { of: CycleView }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (finishedAt === null) return t(running ? 'activity.running' : 'activity.cutOff')
  if (tookMs === null) return null
  return times > 1 ? t('activity.averageOf', { took: format.took(tookMs) }) : format.took(tookMs)
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
      title={t('activity.stepLabel', { step: name, moved: says })}
    >
      {failed ? '!' : moved > 0 ? moved : ''}
    </span>
  )
}
