import { formatCents } from '../../domain/money.ts'
import { paymentText } from './facts.ts'
import type { Office } from './office.ts'
import type { Plan } from './plan.ts'
import type { WholeOrder } from './whole-order.ts'
import type { XmlFields } from './xml.ts'

type Fields<T extends string | number> = Readonly<Record<string, T>>

/**
 * Writes the carrier and the amounts of the plan wherever something else stands (prestashop.md 2.2 "Shipping price"); no mail is sent. `more`:
 * other sums of the order itself.
 */
export const correctAmounts = async (
  { api }: Office,
  { amounts, carrier, remark }: Plan,
  { order, carriers, invoices }: WholeOrder,
  more: Fields<number> = {},
): Promise<void> => {
  const { goods, shipping, shippingNet, shippingPercent, total } = amounts
  // Where the goods are right, so is the shop's own net of them, to the last of its six decimals.
  const goodsNet = order.total_products_wt === goods ? order.total_products : amounts.goodsNet
  const sums = {
    ...{ total_paid_tax_incl: total, total_paid_tax_excl: goodsNet + shippingNet },
    ...{ total_products: goodsNet, total_products_wt: goods },
    ...{ total_shipping_tax_incl: shipping, total_shipping_tax_excl: shippingNet },
  }
  const ofOrder = {
    ...differing(order, { ...sums, total_paid: total, total_shipping: shipping, ...more }, formatCents),
    ...differing(order, {
      id_carrier: carrier.id,
      carrier_tax_rate: shipping === 0 ? order.carrier_tax_rate : shippingPercent,
    }),
    ...(order.note === '' ? { note: remark } : {}),
  }
  if (hasAny(ofOrder)) await api.change('orders', order.id, ofOrder)

  const [first] = carriers
  if (first !== undefined) {
    const costs = { shipping_cost_tax_incl: shipping, shipping_cost_tax_excl: shippingNet }
    const ofCarrier = { ...differing(first, costs, formatCents), ...differing(first, { id_carrier: carrier.id }) }
    if (hasAny(ofCarrier)) await api.change('order_carriers', first.id, ofCarrier)
  }
  for (const invoice of invoices) {
    const ofInvoice = differing(invoice, sums, formatCents)
    if (hasAny(ofInvoice)) await api.change('order_invoices', invoice.id, ofInvoice)
  }
}

/**
 * One payment of the whole. Leaving the payment error books a second one, in the module's name (2.2 "After"); it is the one the invoice knows, so
 * it stays, and the first is emptied. Deleting that would need a right that nothing else needs.
 */
export const correctPayments = async (
  { api }: Office,
  { amounts: { total }, reference }: Plan,
  { payments }: WholeOrder,
): Promise<void> => {
  const kept = payments.at(-1)
  for (const payment of payments) {
    const wanted = differing(payment, { amount: payment === kept ? total : 0 }, formatCents)
    const named = payment === kept ? differing(payment, { payment_method: paymentText(reference) }) : {}
    if (hasAny({ ...wanted, ...named })) await api.change('order_payments', payment.id, { ...wanted, ...named })
  }
}

/** The wanted fields that are not so yet, as they are written. */
const differing = <T extends string | number>(
  there: Readonly<Record<string, unknown>>,
  wanted: Fields<T>,
  written: (value: T) => string = String,
): XmlFields =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (there[name] === value ? [] : [[name, written(value)]])),
  )

const hasAny = (fields: XmlFields): boolean => Object.keys(fields).length > 0
