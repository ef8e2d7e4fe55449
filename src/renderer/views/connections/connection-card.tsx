import { Check, Monitor, Pause, Play, Store, Warehouse } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { Button } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Mark } from '../../components/mark.tsx'
import { NeedsYouIcon, TryingAgainIcon } from '../../components/status-icon.tsx'
import { Tag, type TagTone } from '../../components/tag.tsx'
import { problemsOf } from '../../stores/sync-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ConnectionDialogs } from './connection-dialogs.tsx'
import { ConnectionFacts } from './connection-facts.tsx'
import { type ConnectionDialog, ConnectionMenu } from './connection-menu.tsx'
import { ConnectionProblem } from './connection-problem.tsx'
import { TestResult } from './test-result.tsx'

const OFFICE_ICONS = { webshop: Store, warehouse: Warehouse, 'built-in': Monitor } as const

/** A Rakuten account tied to a back office: how it is, and what can be done with it. */
export function ConnectionCard({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<ConnectionDialog | null>(null)
  const { test, problems, testConnection, resumeConnection } = useApp((state) => ({
    test: state.tests[connection.id],
    problems: state.problems,
    testConnection: state.testConnection,
    resumeConnection: state.resumeConnection,
  }))
  const { id, label, state, practice, login, backOfficeTitle, backOffice, backOfficeKind } = connection
  const titleId = `connection-${id}`
  return (
    <section className="card" aria-labelledby={titleId}>
      <header className="connection-head">
        <h2 id={titleId}>{label}</h2>
        <StateTag state={state} />
        {practice && <Tag tone="blue">{t('connections.invented')}</Tag>}
        <span className="grow" />
        {state === 'paused' && (
          <Button small icon={Play} onClick={() => void resumeConnection(id)}>
            {t('connections.resume')}
          </Button>
        )}
        <Button small busy={test?.running === true} onClick={() => void testConnection(id)}>
          {t(test?.running ? 'connections.testing' : 'connections.test')}
        </Button>
        <ConnectionMenu connection={connection} onDialog={setDialog} />
      </header>
      <div className="connection-pair">
        <div className="connection-end">
          <span className="connection-logo" aria-hidden="true">
            R
          </span>
          <div className="shortened">
            <b className="shortened">{practice ? t('app.practice') : login}</b>
            <span className="second small">{t(practice ? 'connections.practiceAccount' : 'connections.account')}</span>
          </div>
        </div>
        <ThreadSign state={state} />
        <div className="connection-end">
          <span className="connection-logo" aria-hidden="true">
            <Glyph of={OFFICE_ICONS[backOfficeKind]} />
          </span>
          <div className="shortened">
            <b className="shortened">{backOffice}</b>
            <span className="second small">
              {backOfficeTitle === backOffice ? t(`connections.office.${backOfficeKind}`) : backOfficeTitle}
            </span>
          </div>
        </div>
      </div>
      {problemsOf(connection, problems).map((problem) => (
        <div key={problem.kind} className="connection-inset">
          <ConnectionProblem connection={connection} problem={problem} onDialog={setDialog} />
        </div>
      ))}
      <ConnectionFacts connection={connection} />
      {test !== undefined && <TestResult connectionId={id} test={test} />}
      <ConnectionDialogs connection={connection} dialog={dialog} onClose={() => setDialog(null)} />
    </section>
  )
}

const TONES: Readonly<Record<ConnectionView['state'], TagTone>> = {
  running: 'green',
  paused: 'plain',
  stopped: 'red',
  'trying-again': 'amber',
  finishing: 'plain',
}

function StateTag({ state }: { state: ConnectionView['state'] }) {
  const { t } = useTranslation()
  return (
    <Tag tone={TONES[state]}>
      {state === 'running' && <Glyph of={Check} size={14} />}
      {(state === 'paused' || state === 'finishing') && <Glyph of={Pause} size={14} />}
      {state === 'stopped' && <NeedsYouIcon />}
      {state === 'trying-again' && <TryingAgainIcon />}
      {t(`connections.state.${state}`)}
    </Tag>
  )
}

function ThreadSign({ state }: { state: ConnectionView['state'] }) {
  return (
    <span className={state === 'stopped' ? 'connection-thread broken' : 'connection-thread'} aria-hidden="true">
      {state === 'running' && <Mark />}
      {state === 'stopped' && <NeedsYouIcon />}
      {state === 'trying-again' && <TryingAgainIcon />}
      {(state === 'paused' || state === 'finishing') && <Glyph of={Pause} />}
    </span>
  )
}
