import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { ProblemStrip } from '../components/problem-strip.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useProblemWords } from '../i18n/use-problem-words.ts'
import { useApp } from '../stores/use-app.ts'

/** A connection's own problem, once over a screen and never again for each order. */
export function ConnectionStrips() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const { troubled, offlineSince, go, syncNow } = useApp((state) => ({
    troubled:
      state.connections?.filter(({ problem }) => problem !== null && problem.kind !== 'stock-confirmation') ?? [],
    offlineSince: state.sync?.state === 'offline' ? state.sync.offlineSince : null,
    go: state.go,
    syncNow: state.syncNow,
  }))
  return (
    <>
      {offlineSince !== null && (
        <ProblemStrip soft>{t('sync.offlineStrip', { time: format.time(offlineSince) })}</ProblemStrip>
      )}
      {troubled.map(({ id, label, backOffice, problem }) => {
        if (problem === null) return null
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
