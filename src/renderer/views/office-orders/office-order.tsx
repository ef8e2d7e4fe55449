import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import type { OfficeOrderView } from '../../../preload/contract/office-orders.ts'
import { Glyph } from '../../components/glyph.tsx'
import { StatusIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Address, RelayPoint } from '../orders/panel/order-people.tsx'
import { ShipForm } from './ship-form.tsx'

interface OfficeOrderProps {
  office: BackOfficeView
  order: OfficeOrderView
  open: boolean
  onOpen: () => void
}

const STATUS = { open: 'placed', completed: 'shipped', cancelled: 'cancelled' } as const

/** What to pack, where it goes, and the way it leaves. */
export function OfficeOrder({ office, order, open, onOpen }: OfficeOrderProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { reference, buyer, lines, deliveryMode, state, parcels } = order
  const waits = state === 'completed' && parcels.every(({ trackingNumber }) => trackingNumber === null)
  const [connectionId] = office.connectionIds
  const [parcel] = parcels
  return (
    <li className="card office-order">
      <button type="button" className="office-order-head" aria-expanded={open} onClick={onOpen}>
        <Glyph of={open ? ChevronDown : ChevronRight} />
        <StatusIcon status={waits ? 'waiting' : STATUS[state]} />
        <span className="number medium">{reference}</span>
        <span className="shortened grow">
          {lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ')}
        </span>
        <span className="second shortened">{deliveryMode}</span>
        <span className="third number whole">{format.when(order.placedAt)}</span>
      </button>
      {open && (
        <div className="office-order-body">
          <dl className="people">
            <div>
              <dt>{t('ship.what')}</dt>
              {lines.map((line) => (
                <dd key={`${line.sku} ${line.priceCents}`}>
                  <b className="strong number">{line.quantity} ×</b> {line.title}{' '}
                  <span className="mono third">{line.sku}</span>
                </dd>
              ))}
            </div>
            <div>
              <dt>{t('ship.goesTo')}</dt>
              <dd>
                <span className="medium">{deliveryMode}</span>
                {buyer === null ? (
                  <p className="second">{t('orders.erased')}</p>
                ) : buyer.relayPoint === null ? (
                  <Address of={buyer.delivery} />
                ) : (
                  <RelayPoint of={buyer.relayPoint} />
                )}
              </dd>
            </div>
          </dl>
          {state === 'completed' && (
            <p className="second">
              {waits
                ? t('ship.waits')
                : t('ship.left', { carrier: parcel?.carrierName ?? parcel?.trackingNumber ?? '' })}{' '}
              <span className="mono">{parcel?.trackingNumber}</span>
            </p>
          )}
          {connectionId !== undefined && (
            <ShipForm backOfficeId={office.id} connectionId={connectionId} order={order} onDone={onOpen} />
          )}
        </div>
      )}
    </li>
  )
}
