import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { StatusWord } from '../../../components/status-icon.tsx'
import { useNow } from '../../../components/use-now.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useApp } from '../../../stores/use-app.ts'
import { ConfirmAct, type EndingAct } from './confirm-act.tsx'

/** Status and age, the way to the neighbours, and what else can be done. */
export function PanelBar({ order }: { order: OrderDetail | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [ending, setEnding] = useState<EndingAct | null>(null)
  const { stepOrder, closeOrder, act, notify } = useApp((state) => ({
    stepOrder: state.stepOrder,
    closeOrder: state.closeOrder,
    act: state.act,
    notify: state.notify,
  }))
  const run = async (id: number, action: 'accept' | 'retry' | 'manual' | 'resume' | 'reconsider'): Promise<void> => {
    const { done, message } = await act(id, { action })
    notify(done ? 'done' : 'problem', message)
  }
  const entries =
    order?.actions.flatMap((action) => {
      if (action === 'track') return []
      const isEnding = action === 'refuse' || action === 'cancel'
      return [
        {
          label: t(`order.act.${action}`),
          danger: isEnding,
          onSelect: () => (isEnding ? setEnding(action) : void run(order.id, action)),
        },
      ]
    }) ?? []

  return (
    <header className="panel-bar">
      <Button className="back" kind="quiet" small icon={ArrowLeft} onClick={closeOrder}>
        {t('order.backToList')}
      </Button>
      {order !== null && (
        <>
          <span className="medium">
            <StatusWord status={order.status} />
          </span>
          <span className="second number shortened">
            {format.duration(now - Date.parse(order.completedAt ?? order.endedAt ?? order.importedAt))}
          </span>
        </>
      )}
      <span className="grow" />
      <IconButton
        kind="quiet"
        small
        icon={ChevronUp}
        label={t('order.previous')}
        hint="K"
        onClick={() => void stepOrder(-1)}
      />
      <IconButton
        kind="quiet"
        small
        icon={ChevronDown}
        label={t('order.next')}
        hint="J"
        onClick={() => void stepOrder(1)}
      />
      {entries.length > 0 && (
        <Menu trigger={<IconButton kind="quiet" small icon={Ellipsis} label={t('order.more')} />} entries={entries} />
      )}
      <IconButton kind="quiet" small icon={X} label={t('order.close')} hint="Esc" onClick={closeOrder} />
      {order !== null && <ConfirmAct order={order} act={ending} onClose={() => setEnding(null)} />}
    </header>
  )
}
