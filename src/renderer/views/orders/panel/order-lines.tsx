import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** What was bought, as a back office counts it. */
export function OrderLines({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className="order-lines">
      <thead>
        <tr>
          <th scope="col">{t('order.lines')}</th>
          <th scope="col" className="end">
            {t('order.quantity')}
          </th>
          <th scope="col" className="end">
            {t('order.price')}
          </th>
          <th scope="col" className="end">
            {t('order.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.itemIds.join()}>
            <td>
              <div className="line-title">
                <span>{line.title}</span>
                <span className="mono third">{line.sku}</span>
                {line.kept < line.quantity && (
                  <span className="small ink-red">{t('order.kept', { kept: line.kept, quantity: line.quantity })}</span>
                )}
              </div>
            </td>
            <td className="end">{line.quantity}</td>
            <td className="end">{format.amount(line.priceCents)}</td>
            <td className="end">{format.amount(line.priceCents * line.quantity)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('order.shipping')}</th>
          <td colSpan={3} className="end">
            {order.shippingCents === null ? t('order.shippingUnknown') : format.amount(order.shippingCents)}
          </td>
        </tr>
        <tr>
          <th scope="row">{t('order.total')}</th>
          <td colSpan={3} className="end">
            {format.money(order.totalCents, order.currency)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
