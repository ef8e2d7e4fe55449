import { useTranslation } from 'react-i18next'
import type { AddressView, BuyerView, OrderDetail } from '../../../../preload/contract/order-views.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** Where it goes, and who bought it. */
export function OrderPeople({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { buyer, buyerErasedAt, deliveryMode, method } = order
  const delivery = buyer?.corrected ?? buyer?.delivery ?? null
  return (
    <dl className="people">
      <div>
        <dt>{t('order.delivery')}</dt>
        <dd>
          <span className="medium">{deliveryMode}</span>
          {method !== null && (
            <>
              {' '}
              <span className="third" aria-hidden="true">
                →
              </span>{' '}
              {method}
            </>
          )}
          {buyer?.relayPoint ? (
            <>
              <RelayPoint of={buyer.relayPoint} />
              <span className="own-line third">{t('order.relay', { id: buyer.relayPoint.id })}</span>
            </>
          ) : delivery === null ? (
            buyer !== null && <p className="second">{t('order.noAddress')}</p>
          ) : (
            <Address of={delivery} />
          )}
          {buyer?.corrected && (
            <p className="small third">
              {t('order.corrected', { office: order.backOffice ?? t('orders.next.yourShop') })}
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('order.buyer')}</dt>
        <dd>
          {buyer === null ? (
            <span className="second">
              {buyerErasedAt === null ? t('orders.erased') : t('order.erasedOn', { day: format.day(buyerErasedAt) })}
            </span>
          ) : (
            <>
              <span className="own-line">{buyer.login}</span>
              <span className="own-line">{buyer.email}</span>
              {[delivery?.mobile, delivery?.phone].filter(Boolean).map((number) => (
                <span key={number} className="own-line number">
                  {number}
                </span>
              ))}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

export function Address({ of }: { of: AddressView }) {
  const lines = [
    [of.civility, of.firstName, of.lastName].filter(Boolean).join(' '),
    of.address1,
    of.address2,
    [of.postcode, of.city].filter(Boolean).join(' '),
    [of.state, of.country].filter(Boolean).join(', '),
  ].filter(Boolean)
  return lines.map((line) => <div key={line}>{line}</div>)
}

export function RelayPoint({ of: { name, address, postcode, city } }: { of: NonNullable<BuyerView['relayPoint']> }) {
  return (
    <>
      <span className="own-line">{name}</span>
      <span className="own-line">{address}</span>
      <span className="own-line">
        {postcode} {city}
      </span>
    </>
  )
}
