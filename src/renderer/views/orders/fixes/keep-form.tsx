import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import type { FixFormProps } from './fix-form.tsx'

/** Several orders were found there: one is gone on with, the others are the seller's to cancel. */
export function KeepForm({ problem, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const { numbers } = problem.detail
  return (
    <div className="problem-acts">
      {(Array.isArray(numbers) ? numbers : []).map((number) => (
        <Button key={number} busy={busy} onClick={() => void onFix({ keep: number })}>
          {t('problem.choice.keep', { number })}
        </Button>
      ))}
      {beside}
    </div>
  )
}
