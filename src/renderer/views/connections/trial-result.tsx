import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckList } from './test-result.tsx'
import type { Trial } from './use-trial.ts'

/** The checks of something that is not kept yet, and that it was not kept for them. */
export function TrialResult({ trial: { checks, refused } }: { trial: Trial }) {
  const { t } = useTranslation()
  const found = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checks.length > 0) found.current?.scrollIntoView({ block: 'nearest' })
  }, [checks])
  if (checks.length === 0) return null
  const failed = checks.filter(({ ok }) => !ok).length
  return (
    <div className="trial" ref={found}>
      {refused ? (
        <p className="medium" role="alert">
          {t('connections.newTokenFailed')}
        </p>
      ) : (
        <p className="medium">
          {failed === 0
            ? t('connections.checks', { count: checks.length })
            : t('connections.checksFailed', { count: failed })}
        </p>
      )}
      <CheckList checks={checks} />
    </div>
  )
}
