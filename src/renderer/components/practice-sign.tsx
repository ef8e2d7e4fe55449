import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Stands beside every order of the practice account. */
export function PracticeSign() {
  const { t } = useTranslation()
  return (
    <FlaskConical
      className="ink-blue"
      role="img"
      aria-label={t('app.practice')}
      size={14}
      strokeWidth={1.5}
      absoluteStrokeWidth
    />
  )
}
