import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { StockOverview } from '../../../preload/contract/stock.ts'
import { Switch } from '../../components/switch.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'

/** On or off, the last file and the next one, and how many left this hour. */
export function StockSummary({ connection, overview }: { connection: ConnectionView; overview: StockOverview | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const { changeConnection, loadStock, notify } = useApp((state) => ({
    changeConnection: state.changeConnection,
    loadStock: state.loadStock,
    notify: state.notify,
  }))
  const on = connection.stockUpdates
  const turn = async (stockUpdates: boolean): Promise<void> => {
    setBusy(true)
    const reply = await changeConnection(connection.id, { settings: { stockUpdates } })
    await loadStock(connection.id)
    setBusy(false)
    if (!reply.ok) return notify('problem', reply.fault.message)
    notify('done', t(stockUpdates ? 'connections.stockOn' : 'connections.stockOff', { connection: connection.label }), {
      label: t('do.undo'),
      run: () => void turn(!stockUpdates),
    })
  }
  const last = overview?.lastFile ?? null
  return (
    <dl className="stock-summary">
      <div>
        <dt>{t('stock.updates')}</dt>
        <dd>
          <Switch checked={on} busy={busy} label={t('stock.updates')} onChange={(next) => void turn(next)} />
          {t(on ? 'stock.on' : 'stock.off')}
          {!on && <span className="second small">{t('stock.offBody')}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('stock.lastFile')}</dt>
        <dd className="number">
          {last === null ? (
            <span className="second">{t('stock.noFile')}</span>
          ) : (
            <>
              {format.when(last.sentAt)}
              <span className="second">{t('stock.skus', { count: last.skus })}</span>
              <span className={last.state === 'failed' ? 'ink-red small' : 'second small'}>
                {t(`stock.fileState.${last.state}`)}
              </span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('stock.nextFile')}</dt>
        <dd className="number">
          {overview === null || overview.waitingSkus === 0 || !on ? (
            <span className="second">{t('stock.nothingWaits')}</span>
          ) : (
            <>
              {format.time(overview.nextFileAt)}
              <span className="second">{t('stock.skus', { count: overview.waitingSkus })}</span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('stock.files')}</dt>
        <dd className="number">
          {overview !== null && (
            <>
              {t('stock.filesOf', { n: overview.filesThisHour, of: overview.filesPerHour })}
              <Slots used={overview.filesThisHour} of={overview.filesPerHour} />
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** The last slot is kept for sold-out SKUs and *Sync stock now*. */
function Slots({ used, of }: { used: number; of: number }) {
  const { t } = useTranslation()
  return (
    <span className="slots" role="img" aria-label={t('stock.filesLabel', { n: used, of })}>
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are all alike and never move
        <i key={index} className={index < used ? 'used' : index === of - 1 ? 'kept' : undefined} />
      ))}
    </span>
  )
}
