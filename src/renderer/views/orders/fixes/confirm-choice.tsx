import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { ProblemView } from '../../../../preload/contract/shapes.ts'
import { ConfirmDialog } from '../../../components/dialog.tsx'
import type { EndingChoice } from './fix-choices.ts'

interface ConfirmChoiceProps {
  order: OrderDetail
  problem: ProblemView
  choice: EndingChoice | null
  label: string
  onConfirm: (choice: EndingChoice) => Promise<void>
  onClose: () => void
}

/** The consequence of a fix that cannot be undone, before it happens. */
export function ConfirmChoice({ order, problem, choice, label, onConfirm, onClose }: ConfirmChoiceProps) {
  const { t } = useTranslation()
  const shown = choice ?? 'refuse'
  const { available, needed } = problem.detail
  const facts = {
    reference: order.reference,
    office: order.backOffice ?? t('orders.next.yourShop'),
    available: String(available ?? ''),
    rest: String(Number(needed) - Number(available)),
  }
  return (
    <ConfirmDialog
      open={choice !== null}
      title={t(`problem.confirm.${shown}`, facts)}
      consequence={t(`problem.confirm.${shown}Body`, facts)}
      confirm={shown === 'refuse' ? t('order.confirm.refuseButton', { count: order.units }) : label}
      keep={t('order.confirm.keep')}
      danger={shown !== 'create'}
      onConfirm={() => onConfirm(shown)}
      onClose={onClose}
    />
  )
}
