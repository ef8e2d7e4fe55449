import { FlaskConical, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Bars } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { BackOffices } from './back-offices.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { FirstConnection } from './first-connection.tsx'
import { PracticeDialog } from './practice-dialog.tsx'
import './connections-view.css'

/** One card per connection, with its thread. */
export function ConnectionsView() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [practising, setPractising] = useState(false)
  const { connections, problem, loadConnections, loadBackOffices } = useApp((state) => ({
    connections: state.connections,
    problem: state.connectionsProblem,
    loadConnections: state.loadConnections,
    loadBackOffices: state.loadBackOffices,
  }))
  useEffect(() => {
    void loadConnections()
    void loadBackOffices()
  }, [loadConnections, loadBackOffices])
  const hasNone = connections?.length === 0
  const hasPractice = connections?.some(({ practice }) => practice) === true

  return (
    <main className="page" aria-labelledby="connections-title">
      <header className="page-head">
        <h1 id="connections-title">{t('screens.connections')}</h1>
        <span className="grow" />
        {!hasNone && (
          <>
            {!hasPractice && (
              <Button icon={FlaskConical} onClick={() => setPractising(true)}>
                {t('connections.addPractice')}
              </Button>
            )}
            <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
              {t('connections.connect')}
            </Button>
          </>
        )}
      </header>
      <div className="page-body" data-region="page">
        {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
        {connections === null && problem === null && <Bars label={t('connections.loading')} count={3} />}
        {hasNone && <FirstConnection onConnect={() => setAdding(true)} onPractice={() => setPractising(true)} />}
        <div className="connection-cards">
          {connections?.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} />
          ))}
          {!hasNone && <BackOffices />}
        </div>
      </div>
      {adding && <ConnectDialog onClose={() => setAdding(false)} />}
      {practising && <PracticeDialog onClose={() => setPractising(false)} />}
    </main>
  )
}
