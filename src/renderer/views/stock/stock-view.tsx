import { Boxes, Download } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { Progress } from '../../components/progress.tsx'
import { saveFile } from '../../components/save-file.ts'
import { chosenConnection } from '../../stores/connections-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ConnectionChoice } from '../connection-choice.tsx'
import { StockConfirmation } from './stock-confirmation.tsx'
import { StockDifference } from './stock-difference.tsx'
import { StockSummary } from './stock-summary.tsx'
import { StockTable } from './stock-table.tsx'
import { SyncStockButton } from './sync-stock-button.tsx'
import './stock-view.css'

/** What Rakuten is told of the stock, and when. */
export function StockView() {
  const { t } = useTranslation()
  const state = useApp((all) => ({
    connection: chosenConnection(all),
    known: all.connections !== null,
    overview: all.stockOverview,
    problem: all.stockProblem,
    job: all.stockJob === null ? undefined : all.jobs[all.stockJob],
    stockJob: all.stockJob,
    difference: all.difference,
    differenceRunning: all.differenceRunning,
    selectStock: all.selectStock,
    loadStock: all.loadStock,
    closeDifference: all.closeDifference,
    dryRun: all.dryRun,
    stopJob: all.stopJob,
    stockCsv: all.stockCsv,
    go: all.go,
  }))
  const { connection, overview, problem, loadStock, selectStock, closeDifference, stockJob } = state
  const id = connection?.id ?? null
  useEffect(() => {
    if (id === null) return
    closeDifference()
    void selectStock(id, { filter: 'all', search: '' })
    void loadStock(id)
  }, [id, loadStock, selectStock, closeDifference])

  const save = async (): Promise<void> => {
    const file = id === null ? null : await state.stockCsv(id)
    if (file !== null) saveFile(file)
  }

  return (
    <main className="page" aria-labelledby="stock-title">
      <header className="page-head">
        <h1 id="stock-title">{t('screens.stock')}</h1>
        <ConnectionChoice />
        <span className="grow" />
        {connection !== null && (
          <>
            <IconButton icon={Download} label={t('do.csv')} onClick={() => void save()} />
            <Button busy={state.differenceRunning} onClick={() => void state.dryRun(connection.id)}>
              {t(state.differenceRunning ? 'stock.dryRunning' : 'stock.dryRun')}
            </Button>
            <SyncStockButton connectionId={connection.id} />
          </>
        )}
      </header>
      {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
      {state.known && connection === null && (
        <EmptyState
          icon={Boxes}
          title={t('stock.noConnection')}
          action={
            <Button kind="primary" onClick={() => state.go('connections')}>
              {t('connections.connect')}
            </Button>
          }
        >
          {t('stock.noConnectionBody')}
        </EmptyState>
      )}
      {connection !== null && (
        <div className={state.difference === null ? 'stock' : 'stock with-difference'}>
          <div className="stock-main" data-region="list">
            <StockSummary connection={connection} overview={overview} />
            {stockJob !== null && state.job !== undefined && (
              <div className="stock-inset">
                <Progress title={t('stock.syncing')} job={state.job} onStop={() => void state.stopJob(stockJob)} />
              </div>
            )}
            {overview?.problem && <StockConfirmation connection={connection} problem={overview.problem} />}
            <StockTable connection={connection} overview={overview} />
          </div>
          {state.difference !== null && <StockDifference connection={connection} difference={state.difference} />}
        </div>
      )}
    </main>
  )
}
