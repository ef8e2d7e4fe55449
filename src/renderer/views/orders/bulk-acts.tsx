import { Check, Ellipsis, Hand, type LucideIcon, RotateCw, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderAction } from '../../../preload/contract/order-views.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Menu } from '../../components/menu.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { loadedOrders } from '../../stores/orders-slice.ts'
import { tickedFor } from '../../stores/ticks-slice.ts'
import { useApp } from '../../stores/use-app.ts'

type BulkAction = Exclude<OrderAction, 'track'>

const SHOWN: Readonly<Partial<Record<BulkAction, LucideIcon>>> = { retry: RotateCw, accept: Check, manual: Hand }
const ACTIONS = ['retry', 'accept', 'manual', 'resume', 'reconsider', 'refuse', 'cancel'] as const
/** What cannot be undone is asked about first. */
const ENDING: readonly BulkAction[] = ['refuse', 'cancel']
/** As many as one answer names. */
const MOST = 1_000

/** Each act with the number of ticked orders it can be done with; one that none allows is not offered. */
export function BulkActs() {
  const { t } = useTranslation()
  const format = useFormat()
  const [ending, setEnding] = useState<'refuse' | 'cancel' | null>(null)
  const state = useApp((all) => ({
    ticked: all.ticked,
    orderPages: all.orderPages,
    selection: all.selection,
    total: all.ordersTotal ?? 0,
    tickAll: all.tickAll,
    untickAll: all.untickAll,
    actOnTicked: all.actOnTicked,
  }))
  const { ticked, total } = state
  const offered = ACTIONS.flatMap((action) => {
    const count = tickedFor(state, action).length
    const act = t(`orders.bulk.act.${action}`)
    const label = count === ticked.size ? act : t('orders.bulk.actSome', { act, n: format.number(count) })
    return count === 0 ? [] : [{ action, count, label }]
  })
  const press = (action: BulkAction): void => {
    if (action === 'refuse' || action === 'cancel') setEnding(action)
    else void state.actOnTicked({ action })
  }
  const shown = ending ?? 'refuse'
  const count = offered.find(({ action }) => action === shown)?.count ?? 0
  const more = offered.filter(({ action }) => SHOWN[action] === undefined)
  const isAllRead = loadedOrders(state).every(([, { id }]) => ticked.has(id))

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('orders.bulk.label')}>
      <span className="number whole">{t('orders.bulk.selected', { n: format.number(ticked.size) })}</span>
      {isAllRead && ticked.size < total && total <= MOST && (
        <Button kind="quiet" small onClick={() => void state.tickAll()}>
          {t('orders.bulk.all', { n: format.number(total) })}
        </Button>
      )}
      <span className="bulk-line" aria-hidden="true" />
      {offered.map(({ action, label }) => {
        const icon = SHOWN[action]
        return (
          icon !== undefined && (
            <Button key={action} small icon={icon} onClick={() => press(action)}>
              {label}
            </Button>
          )
        )
      })}
      {more.length > 0 && (
        <Menu
          trigger={<IconButton kind="quiet" small icon={Ellipsis} label={t('orders.bulk.more')} />}
          entries={more.map(({ action, label }) => ({
            label,
            danger: ENDING.includes(action),
            onSelect: () => press(action),
          }))}
        />
      )}
      <IconButton kind="quiet" small icon={X} label={t('orders.bulk.clear')} onClick={state.untickAll} />
      <ConfirmDialog
        open={ending !== null}
        title={t(`orders.bulk.confirm.${shown}`, { count })}
        consequence={t(`orders.bulk.confirm.${shown}Body`)}
        confirm={t(`orders.bulk.confirm.${shown}Button`, { count })}
        keep={t('orders.bulk.confirm.keep')}
        onConfirm={async () => {
          // The dialog closes at once; how far it is stands in the bar.
          void state.actOnTicked({ action: shown })
        }}
        onClose={() => setEnding(null)}
      />
    </div>
  )
}
