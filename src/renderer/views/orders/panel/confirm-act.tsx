import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { ConfirmDialog } from '../../../components/dialog.tsx'
import { useApp } from '../../../stores/use-app.ts'

/** What ends an order for good. */
export type EndingAct = 'refuse' | 'cancel'

interface ConfirmActProps {
  order: OrderDetail
  act: EndingAct | null
  onClose: () => void
}

export function ConfirmAct({ order, act: ending, onClose }: ConfirmActProps) {
  const { t } = useTranslation()
  const { act, notify } = useApp(({ act, notify }) => ({ act, notify }))
  const shown = ending ?? 'refuse'
  const go = async (): Promise<void> => {
    const { done, message } = await act(order.id, { action: shown })
    notify(done ? 'done' : 'problem', message)
  }
  return (
    <ConfirmDialog
      open={ending !== null}
      title={t(`order.confirm.${shown}`, { reference: order.reference })}
      consequence={t(`order.confirm.${shown}Body`)}
      confirm={t(`order.confirm.${shown}Button`, { count: order.units })}
      keep={t('order.confirm.keep')}
      onConfirm={go}
      onClose={onClose}
    />
  )
}
