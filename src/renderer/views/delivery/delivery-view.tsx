import { Truck } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { chosenConnection } from '../../stores/connections-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ConnectionChoice } from '../connection-choice.tsx'
import { Carriers } from './carriers.tsx'
import { DeliveryModes } from './delivery-modes.tsx'
import { TryCode } from './try-code.tsx'
import './delivery-view.css'

/** What buyers chose and how it is shipped; who carries it; and any number tried out. */
export function DeliveryView() {
  const { t } = useTranslation()
  const format = useFormat()
  const { connection, known, table, problem, savedAt, loadDelivery, go } = useApp((state) => ({
    connection: chosenConnection(state),
    known: state.connections !== null,
    table: state.deliveryTable,
    problem: state.deliveryProblem,
    savedAt: state.deliverySavedAt,
    loadDelivery: state.loadDelivery,
    go: state.go,
  }))
  const id = connection?.id ?? null
  useEffect(() => {
    if (id !== null) void loadDelivery(id)
  }, [id, loadDelivery])

  return (
    <main className="page" aria-labelledby="delivery-title">
      <header className="page-head">
        <h1 id="delivery-title">{t('delivery.title')}</h1>
        <ConnectionChoice />
        <span className="grow" />
        <span className="third number whole" role="status">
          {savedAt !== null && t('do.saved', { time: format.time(new Date(savedAt).toISOString()) })}
        </span>
      </header>
      <div className="page-body" data-region="page">
        {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
        {known && connection === null && (
          <EmptyState
            icon={Truck}
            title={t('delivery.noConnection')}
            action={
              <Button kind="primary" onClick={() => go('connections')}>
                {t('connections.connect')}
              </Button>
            }
          >
            {t('delivery.noConnectionBody')}
          </EmptyState>
        )}
        {connection !== null && (
          <div className="delivery">
            <div className="delivery-tables">
              {table === null ? (
                problem === null && <Bars label={t('delivery.loading')} />
              ) : (
                <>
                  <DeliveryModes connection={connection} table={table} />
                  <Carriers connection={connection} />
                </>
              )}
            </div>
            <TryCode key={connection.id} connection={connection} />
          </div>
        )}
      </div>
    </main>
  )
}
