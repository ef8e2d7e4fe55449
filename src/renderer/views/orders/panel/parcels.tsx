import { useTranslation } from 'react-i18next'
import type { OrderDetail, ShipmentView } from '../../../../preload/contract/order-views.ts'
import { ExternalLink } from '../../../components/external-link.tsx'
import { useFormat } from '../../../i18n/use-format.ts'

const RULES = ['mapping', 'link', 'name', 'number', 'default', 'ask', 'typed'] as const

/** Every parcel, with its number, its link, and what Rakuten knows of it. */
export function Parcels({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  if (order.shipments.length === 0) return null
  return (
    <section className="panel-section" aria-labelledby="parcels-head">
      <h3 id="parcels-head">{t('order.tracking')}</h3>
      <ul className="parcels">
        {order.shipments.map((shipment) => (
          <Parcel key={shipment.id} shipment={shipment} />
        ))}
      </ul>
    </section>
  )
}

function Parcel({ shipment }: { shipment: ShipmentView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { carrier, carrierName, trackingNumber, trackingUrl, state, sentAt } = shipment
  const rule = RULES.find((one) => one === shipment.rule)
  const waitsForCarrier = state === 'to-send' && trackingNumber !== null && carrier === null
  return (
    <li>
      <span className="medium">{carrier ?? carrierName ?? ''}</span>
      {trackingNumber === null ? (
        <span className="second">{t('order.parcelWithoutCode')}</span>
      ) : trackingUrl === null ? (
        <span className="mono">{trackingNumber}</span>
      ) : (
        <ExternalLink to={trackingUrl}>
          <span className="mono">{trackingNumber}</span>
        </ExternalLink>
      )}
      <span className="grow" />
      <span className="small second">
        {t(waitsForCarrier ? 'order.parcelWaitsForCarrier' : `order.parcelState.${state}`)}
        {sentAt !== null && ` ${format.when(sentAt)}`}
      </span>
      {rule !== undefined && <span className="small third">{t('story.rule', { rule: t(`rule.${rule}`) })}</span>}
    </li>
  )
}
