import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../preload/contract/activity.ts'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { STEPS } from './steps.ts'

/** What each step of a cycle did, in words. */
export function CycleSteps({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation()
  return (
    <tr className="cycle-steps">
      <td colSpan={5}>
        <ol>
          {STEPS.map((name) => {
            const step = cycle.steps.find((one) => one.step === name)
            const moved = step?.moved ?? 0
            const problems = step?.problems ?? 0
            const isQuiet = step?.reached === true && moved === 0 && problems === 0
            return (
              <li key={name} className={step?.reached === true ? '' : 'third'}>
                <span>{t(`steps.${name}`)}</span>
                <span className="line">
                  {step?.reached !== true && t('activity.notReached')}
                  {isQuiet && <span className="second">{t('activity.stepQuiet')}</span>}
                  {moved > 0 && t(`activity.moved.${name}`, { count: moved })}
                  {problems > 0 && (
                    <>
                      <NeedsYouIcon /> {t('activity.problems', { count: problems })}
                    </>
                  )}
                </span>
              </li>
            )
          })}
        </ol>
      </td>
    </tr>
  )
}
