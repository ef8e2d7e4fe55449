import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeOrderView } from '../../../preload/contract/office-orders.ts'
import type { Reply } from '../../../preload/contract/reply.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'
import { useCarriers } from '../orders/fixes/use-carriers.ts'
import '../orders/fixes/fix-form.css'

interface ShipFormProps {
  backOfficeId: number
  connectionId: number
  order: OfficeOrderView
  onDone: (order: OfficeOrderView) => void
}

/** Carrier, number, *Ship*: an order of This PC leaves. */
export function ShipForm({ backOfficeId, connectionId, order, onDone }: ShipFormProps) {
  const { t } = useTranslation()
  const { shipOfficeOrder, cancelOfficeOrder, reopenOfficeOrder, notify } = useApp((state) => ({
    shipOfficeOrder: state.shipOfficeOrder,
    cancelOfficeOrder: state.cancelOfficeOrder,
    reopenOfficeOrder: state.reopenOfficeOrder,
    notify: state.notify,
  }))
  const carriers = useCarriers(connectionId)
  const [carrierName, setCarrier] = useState('')
  const [trackingNumber, setNumber] = useState('')
  const [problem, setProblem] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const one = { backOfficeId, reference: order.reference }

  const run = async (ask: () => Promise<Reply<OfficeOrderView>>, said: string): Promise<void> => {
    setBusy(true)
    const reply = await ask()
    setBusy(false)
    setProblem(reply.ok ? null : reply.fault)
    if (!reply.ok) return
    notify('done', said)
    onDone(reply.value)
  }
  const ship = (): Promise<void> =>
    run(
      () => shipOfficeOrder(one, { carrierName, trackingNumber }),
      trackingNumber.trim() === ''
        ? t('ship.shippedWithout', { reference: order.reference })
        : t('ship.shipped', { reference: order.reference, carrier: carrierName || trackingNumber.trim() }),
    )
  const isNumberAt = problem?.field?.endsWith('trackingNumber') === true

  if (order.state === 'cancelled') return <p className="second">{order.cancelReason}</p>
  const left = order.state === 'completed' ? order.parcels.find((parcel) => parcel.trackingNumber !== null) : undefined
  if (left !== undefined)
    return (
      <div className="problem-acts">
        <p className="grow second">{t('ship.goesNext', { carrier: left.carrierName ?? left.trackingNumber })}</p>
        <Button
          kind="quiet"
          busy={busy}
          onClick={() => void run(() => reopenOfficeOrder(one), t('ship.reopened', { reference: order.reference }))}
        >
          {t('ship.reopen')}
        </Button>
      </div>
    )
  return (
    <>
      <form
        className="fix-form ship-form"
        onSubmit={(event) => {
          event.preventDefault()
          void ship()
        }}
      >
        <div className="fix-fields">
          <TextField
            code
            label={t('fix.trackingNumber')}
            value={trackingNumber}
            onValue={setNumber}
            data-tracking-number
            help={t('ship.withoutCode')}
            error={isNumberAt ? problem.message : null}
          />
          <SelectField
            label={t('fix.carrier')}
            value={carrierName}
            onValue={setCarrier}
            choices={[
              { value: '', label: t('fix.byNumber') },
              ...carriers.map(({ name }) => ({ value: name, label: name })),
            ]}
            error={problem !== null && !isNumberAt ? problem.message : null}
          />
        </div>
        <div className="problem-acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('ship.button')}
          </Button>
          {order.state === 'completed' && (
            <Button
              kind="quiet"
              onClick={() => void run(() => reopenOfficeOrder(one), t('ship.reopened', { reference: order.reference }))}
            >
              {t('ship.reopen')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setCancelling(true)}>
            {t('ship.cancel')}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={cancelling}
        title={t('ship.cancelAsk', { reference: order.reference })}
        consequence={t('ship.cancelBody')}
        confirm={t('ship.cancel')}
        keep={t('ship.cancelKeep')}
        onConfirm={() =>
          run(
            () => cancelOfficeOrder(one, t('ship.cancelReason')),
            t('ship.cancelDone', { reference: order.reference }),
          )
        }
        onClose={() => setCancelling(false)}
      />
    </>
  )
}
