import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { ExternalLink } from '../../../components/external-link.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useNow } from '../../../components/use-now.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** Number, total, when it was bought, and where else it can be seen. */
export function OrderHead({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { reference, practice, backOffice, backOfficeNumber, backOfficeUrl, prepaidLabel, status } = order
  const there =
    backOfficeNumber === null ? null : t('order.link.shop', { office: backOffice ?? '', number: backOfficeNumber })
  return (
    <div>
      <div className="order-number">
        <h2>
          {reference}
          <CopyButton text={reference} label={t('do.copyNumber')} />
          {practice && <Tag tone="blue">{t('app.practice')}</Tag>}
        </h2>
        <span className="order-sum">{format.money(order.totalCents, order.currency)}</span>
      </div>
      <p className="order-links">
        <span className="number">{t('order.bought', { when: format.moment(order.purchasedAt) })}</span>
        {there !== null &&
          (backOfficeUrl === null ? <span>{there}</span> : <ExternalLink to={backOfficeUrl}>{there}</ExternalLink>)}
        {prepaidLabel?.url && <ExternalLink to={prepaidLabel.url}>{t('order.link.label')}</ExternalLink>}
        {status === 'imported' && (
          <span className="number">{t('order.acceptBy', { deadline: format.deadline(order.acceptBy, now) })}</span>
        )}
        {order.skippedReason !== null && (
          <span>{t('order.skippedBecause', { reason: t(`skipped.${order.skippedReason}`) })}</span>
        )}
        {order.endedBy !== null && order.endReason !== null && (
          <span>{t('order.endedBy', { by: t(`actor.${order.endedBy}`), reason: order.endReason })}</span>
        )}
      </p>
    </div>
  )
}
