import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../preload/contract/back-offices.ts'
import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { ProblemView } from '../../preload/contract/shapes.ts'
import { Button } from '../components/button.tsx'
import { ProblemStrip } from '../components/problem-strip.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useProblemWords } from '../i18n/use-problem-words.ts'
import { knownConnections } from '../stores/connections-slice.ts'
import { problemsOf } from '../stores/sync-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { OfficeSecretDialog } from './connections/office-secret-dialog.tsx'
import { SecretDialog } from './connections/secret-dialog.tsx'

/** Whose new token or key is asked for: the back office's when there is one, else the marketplace's. */
interface Asked {
  readonly connection: ConnectionView
  readonly office: BackOfficeView | null
}

/** A connection's own problem, once over a screen and never again for each order. */
export function ConnectionStrips() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { connections, offices, problems, offlineSince, go, syncNow } = useApp((state) => ({
    offices: state.backOffices,
    connections: knownConnections(state),
    problems: state.problems,
    offlineSince: state.sync?.state === 'offline' ? state.sync.offlineSince : null,
    go: state.go,
    syncNow: state.syncNow,
  }))
  // A difference of stock that waits for a yes has its card on the stock screen.
  const troubles = connections.flatMap((connection) => {
    const told = problemsOf(connection, problems).filter(({ kind }) => kind !== 'stock-confirmation')
    return told.slice(0, 1).map((problem) => ({ connection, problem }))
  })
  const officeOf = ({ detail }: ProblemView): BackOfficeView | null =>
    offices.find(({ label }) => label === detail['office']) ?? null
  const close = (): void => setAsked(null)
  return (
    <>
      {offlineSince !== null && (
        <ProblemStrip soft>{t('sync.offlineStrip', { time: format.time(offlineSince) })}</ProblemStrip>
      )}
      {troubles.map(({ connection, problem }) => {
        const { id, label, backOffice } = connection
        const { head, body } = words(problem, { connection: label, office: backOffice })
        return (
          <ProblemStrip
            key={id}
            soft={!problem.needsPerson}
            action={
              problem.kind === 'credentials' ? (
                <Button small onClick={() => setAsked({ connection, office: officeOf(problem) })}>
                  {t(officeOf(problem) === null ? 'problem.choice.new-secret' : 'problem.choice.new-key')}
                </Button>
              ) : problem.needsPerson ? (
                <Button small onClick={() => go('connections')}>
                  {t('do.show')}
                </Button>
              ) : (
                <Button small onClick={() => void syncNow(id)}>
                  {t('do.tryNow')}
                </Button>
              )
            }
          >
            <b className="strong">{head}.</b> {body}{' '}
            {problem.nextTryAt && t('problem.next', { time: format.time(problem.nextTryAt) })}
          </ProblemStrip>
        )
      })}
      {asked !== null &&
        (asked.office === null ? (
          <SecretDialog connection={asked.connection} onClose={close} />
        ) : (
          <OfficeSecretDialog office={asked.office} onClose={close} />
        ))}
    </>
  )
}
