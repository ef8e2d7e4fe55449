import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { ProblemView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { ProblemCard } from '../../components/problem-card.tsx'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useProblemWords } from '../../i18n/use-problem-words.ts'
import { useApp } from '../../stores/use-app.ts'
import type { ConnectionDialog } from './connection-menu.tsx'
import { OfficeSecretDialog } from './office-secret-dialog.tsx'
import { OfficeSettingsDialog } from './office-settings-dialog.tsx'

interface ConnectionProblemProps {
  connection: ConnectionView
  problem: ProblemView
  onDialog: (dialog: ConnectionDialog) => void
}

/** Why the whole connection goes no further, and its own way out. */
export function ConnectionProblem({ connection, problem, onDialog }: ConnectionProblemProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const now = useNow()
  const [explained, setExplained] = useState(false)
  const [busy, setBusy] = useState(false)
  const [dialog, setDialog] = useState<'keys' | 'settings' | null>(null)
  const { backOffices, go, chooseConnection, fixConnection, syncNow } = useApp((state) => ({
    backOffices: state.backOffices,
    go: state.go,
    chooseConnection: state.chooseConnection,
    fixConnection: state.fixConnection,
    syncNow: state.syncNow,
  }))
  const { head, body } = words(problem, { connection: connection.label, office: connection.backOffice })
  const run = async (work: Promise<unknown>): Promise<void> => {
    setBusy(true)
    await work
    setBusy(false)
  }
  const office = backOffices.find(({ label }) => label === problem.detail['office'])
  const next = [
    problem.kind === 'credentials' ? t('connections.goesOn') : null,
    problem.nextTryAt === null ? null : t('problem.next', { time: format.time(problem.nextTryAt) }),
    connection.nearestAcceptBy === null
      ? null
      : t('connections.deadline', { deadline: format.deadline(connection.nearestAcceptBy, now) }),
  ].filter((text) => text !== null)

  return (
    <ProblemCard
      head={head}
      body={explained ? t('connections.problemWhereBody') : office ? problem.message : body}
      soft={!problem.needsPerson}
      next={next.join(' ')}
    >
      <div className="problem-acts">
        {problem.kind === 'credentials' && office !== undefined ? (
          <Button kind="primary" onClick={() => setDialog('keys')}>
            {t('problem.choice.new-key')}
          </Button>
        ) : problem.kind === 'credentials' ? (
          <>
            <Button kind="primary" onClick={() => onDialog('secret')}>
              {t('problem.choice.new-secret')}
            </Button>
            <Button kind="quiet" onClick={() => setExplained(!explained)} aria-expanded={explained}>
              {t('connections.problemWhere')}
            </Button>
          </>
        ) : problem.kind === 'stock-confirmation' ? (
          <Button
            kind="primary"
            onClick={() => {
              chooseConnection(connection.id)
              go('stock')
            }}
          >
            {t('stock.lookFirst')}
          </Button>
        ) : problem.needsPerson ? (
          <>
            <Button
              kind="primary"
              busy={busy}
              onClick={() => void run(fixConnection({ connectionId: connection.id, kind: problem.kind }, 'retry'))}
            >
              {t('problem.choice.retry')}
            </Button>
            {problem.kind === 'settings' && (
              <Button
                kind="quiet"
                onClick={() => (office === undefined ? onDialog('settings') : setDialog('settings'))}
              >
                {t('connections.behaviour')}
              </Button>
            )}
          </>
        ) : (
          <Button busy={busy} onClick={() => void run(syncNow(connection.id))}>
            {t('problem.choice.tryNow')}
          </Button>
        )}
      </div>
      {office !== undefined && dialog === 'keys' && (
        <OfficeSecretDialog office={office} onClose={() => setDialog(null)} />
      )}
      {office !== undefined && dialog === 'settings' && (
        <OfficeSettingsDialog office={office} onClose={() => setDialog(null)} />
      )}
    </ProblemCard>
  )
}
