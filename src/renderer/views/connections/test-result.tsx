import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import { IconButton } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { TestRun } from '../../stores/checks-slice.ts'
import { useApp } from '../../stores/use-app.ts'

/** What *Test connection* found, inside the card. */
export function TestResult({ connectionId, test }: { connectionId: number; test: TestRun }) {
  const { t } = useTranslation()
  const format = useFormat()
  const closeTest = useApp(({ closeTest }) => closeTest)
  const failed = test.checks.filter(({ ok }) => !ok).length
  return (
    <div className="checks" aria-live="polite">
      <div className="line">
        <h3>{test.at === null ? t('connections.testing') : t('connections.testOf', { time: format.time(test.at) })}</h3>
        <span className="second grow">
          {test.problem?.message ??
            (test.running
              ? ''
              : failed === 0
                ? t('connections.checks', { count: test.checks.length })
                : t('connections.checksFailed', { count: failed }))}
        </span>
        <IconButton
          kind="quiet"
          small
          icon={X}
          label={t('connections.closeChecks')}
          onClick={() => closeTest(connectionId)}
        />
      </div>
      <ul>
        {test.checks.map((check) => (
          <CheckLine key={`${check.name} ${check.message}`} check={check} />
        ))}
      </ul>
    </div>
  )
}

/** Signs that stand beside the name of a check; more of them stand below it. */
const ON_ONE_LINE = 90

function CheckLine({ check: { name, ok, message } }: { check: CheckView }) {
  return (
    <li>
      {ok ? <Glyph of={Check} ink="ink-green" /> : <NeedsYouIcon />}
      <span className={ok ? '' : 'medium'}>{name}</span>
      <span className={message.length > ON_ONE_LINE ? 'answer long' : 'answer'}>{message}</span>
    </li>
  )
}

/** The checks of something that is not kept yet. */
export function CheckList({ checks }: { checks: readonly CheckView[] }) {
  return (
    <ul className="check-list" aria-live="polite">
      {checks.map((check) => (
        <CheckLine key={check.name} check={check} />
      ))}
    </ul>
  )
}
