import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { ProblemStrip } from '../components/problem-strip.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useProblemWords } from '../i18n/use-problem-words.ts'
import { knownConnections } from '../stores/connections-slice.ts'
import { problemsOf } from '../stores/sync-slice.ts'
import { useApp } from '../stores/use-app.ts'

/** A connection's own problem, once over a screen and never again for each order. */
export function ConnectionStrips() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const { connections, problems, offlineSince, go, syncNow } = useApp((state) => ({
    connections: knownConnections(state),
    problems: state.problems,
    offlineSince: state.sync?.state === 'offline' ? state.sync.offlineSince : null,
    go: state.go,
    syncNow: state.syncNow,
  }))
  // A difference of stock that waits for a yes has its card on the stock screen.
  const troubles = connections.flatMap((connection) => {
    const told = problemsOf(connection, problems).filter(({ kind }) => kind !== 'stock-confirmation')
    return told.slice(0, 1).map((problem) => ({ ...connection, problem }))
  })
  return (
    <>
      {offlineSince !== null && (
        <ProblemStrip soft>{t('sync.offlineStrip', { time: format.time(offlineSince) })}</ProblemStrip>
      )}
      {troubles.map(({ id, label, backOffice, problem }) => {
        const { head, body } = words(problem, { connection: label, office: backOffice })
        return (
          <ProblemStrip
            key={id}
            soft={!problem.needsPerson}
            action={
              problem.needsPerson ? (
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
    </>
  )
}
