import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeOrderView } from '../../../../preload/contract/office-orders.ts'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { useApp } from '../../../stores/use-app.ts'
import { ShipForm } from '../../office-orders/ship-form.tsx'

/** An order of This PC is packed and shipped right here. */
export function ShipHere({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const { isHere, readOfficeOrder } = useApp((state) => ({
    isHere: state.backOffices.some(({ id, officeKind }) => id === order.backOfficeId && officeKind === 'built-in'),
    readOfficeOrder: state.readOfficeOrder,
  }))
  const [kept, setKept] = useState<OfficeOrderView | null>(null)
  const { backOfficeId, backOfficeRef, changedAt, status, problems } = order
  // The card of that problem has the same field.
  const isAsked = problems.some(({ kind }) => kind === 'tracking-required')
  const isOpen = (status === 'placed' || status === 'waiting') && !isAsked
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the order changed
  useEffect(() => {
    if (!isHere || !isOpen || backOfficeId === null || backOfficeRef === null) return setKept(null)
    let current = true
    void readOfficeOrder({ backOfficeId, reference: backOfficeRef }).then((reply) => {
      if (current && reply.ok) setKept(reply.value)
    })
    return () => {
      current = false
    }
  }, [isHere, isOpen, backOfficeId, backOfficeRef, changedAt, readOfficeOrder])
  if (kept === null || backOfficeId === null) return null
  return (
    <section className="card ship-here" aria-label={t('ship.title')}>
      <h3>{t('ship.title')}</h3>
      <ShipForm backOfficeId={backOfficeId} connectionId={order.connectionId} order={kept} onDone={setKept} />
    </section>
  )
}
