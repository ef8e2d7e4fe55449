import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import { Switch } from '../../components/switch.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'

/** Last cycle, today, acceptance, and the stock switch. */
export function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const { changeConnection, notify } = useApp(({ changeConnection, notify }) => ({ changeConnection, notify }))
  const { id, label, lastCycleAt, lastCycleMs, importedToday, shippedToday, settings, stockUpdates } = connection

  const switchStock = async (on: boolean): Promise<void> => {
    setBusy(true)
    const reply = await changeConnection(id, { settings: { stockUpdates: on } })
    setBusy(false)
    if (!reply.ok) return notify('problem', reply.fault.message)
    notify('done', t(on ? 'connections.stockOn' : 'connections.stockOff', { connection: label }), {
      label: t('do.undo'),
      run: () => void switchStock(!on),
    })
  }

  return (
    <dl className="connection-facts">
      <div>
        <dt>{t('connections.lastCycle')}</dt>
        <dd className="number">
          {lastCycleAt === null ? t('connections.notYet') : format.when(lastCycleAt)}
          {lastCycleMs !== null && <span className="third">{format.took(lastCycleMs)}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('connections.today')}</dt>
        <dd className="number">
          {t('connections.todayOrders', { count: importedToday })}
          <span className="third">{t('connections.todayShipped', { n: format.number(shippedToday) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('connections.acceptance')}</dt>
        <dd>{t(`connections.${settings.acceptance}`)}</dd>
      </div>
      <div>
        <dt>{t('connections.stockUpdates')}</dt>
        <dd>
          <Switch
            checked={stockUpdates}
            busy={busy}
            label={`${t('connections.stockUpdates')}, ${label}`}
            onChange={(on) => void switchStock(on)}
          />
          {t(stockUpdates ? 'connections.on' : 'connections.off')}
        </dd>
      </div>
    </dl>
  )
}
