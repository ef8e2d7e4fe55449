import { sumCents } from '../../domain/money.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { addressBody, relayBody } from './address-body.ts'
import { unkeepable } from './address-rule.ts'
import { euros, type RowAmounts, rowAmounts, twice } from './amounts.ts'
import type { BookedLine } from './book-lines.ts'
import { DEFAULT_METHOD, NO_MAIL_DOMAIN } from './facts.ts'
import { attributeOf } from './products.ts'
import type { Product } from './schemas.ts'
import type { Settings } from './settings.ts'
import type { Store } from './shop.ts'
import { type TaxTables, taxPercent } from './tax-rate.ts'

/** What Magento takes for an address of mail. */
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

interface Around {
  readonly store: Store
  readonly tables: TaxTables | null
  readonly settings: Pick<Settings, 'paymentMethod'>
  readonly methodTitle: string
}

/** The order as the service takes it: nothing is reckoned there, so every amount stands here, and twice (2.3). */
export const orderBody = (order: OrderToPlace, lines: readonly BookedLine[], around: Around) => {
  const { reference, relayPoint, delivery, currency } = order
  const { store, settings, methodTitle } = around
  const to = relayPoint ?? delivery
  const rows = lines.map((booked) => {
    const percent = taxPercent(around.tables, taxClassOf(booked.product), to)
    return { ...booked, amounts: rowAmounts(booked.line.priceCents, booked.line.quantity, percent) }
  })
  // [C] Which class shipping has is not told: it bears the highest rate of the goods it moves.
  const shipping = rowAmounts(order.shippingCents, 1, Math.max(...rows.map(({ amounts }) => amounts.percent)))
  const items = rows.map((row) => itemBody(row, store))
  const sum = (part: 'totalCents' | 'totalInclTaxCents' | 'taxCents'): number =>
    sumCents(rows.map(({ amounts }) => amounts[part]))
  const grandTotal = euros(sum('totalInclTaxCents') + order.shippingCents)
  const shippingAmounts = twice({
    shipping_amount: euros(shipping.totalCents),
    shipping_incl_tax: euros(order.shippingCents),
  })
  const mail = `${reference.toLowerCase()}@${NO_MAIL_DOMAIN}`
  // The shop writes to the customer of an order; labels are printed from its addresses.
  const labelMail = MAIL.test(order.email) ? order.email : mail
  const method = order.methodId ?? DEFAULT_METHOD
  const bill = billingBody(order, labelMail)
  const ship =
    relayPoint === null ? addressBody('shipping', delivery, labelMail) : relayBody(relayPoint, delivery, labelMail)
  return {
    entity: {
      ...{ store_id: store.id, ext_order_id: reference, state: 'new', status: 'pending', is_virtual: 0 },
      ...{ customer_is_guest: 1, customer_email: mail, customer_note_notify: 0, email_sent: 0 },
      ...{ customer_firstname: bill.firstname, customer_lastname: bill.lastname },
      ...{ base_currency_code: currency, order_currency_code: currency },
      ...{ store_currency_code: currency, global_currency_code: currency },
      ...{ base_to_order_rate: 1, base_to_global_rate: 1, store_to_base_rate: 1, store_to_order_rate: 1 },
      ...twice({
        subtotal: euros(sum('totalCents')),
        subtotal_incl_tax: euros(sum('totalInclTaxCents')),
        tax_amount: euros(sum('taxCents') + shipping.taxCents),
        shipping_tax_amount: euros(shipping.taxCents),
        discount_amount: 0,
        grand_total: grandTotal,
        total_due: grandTotal,
      }),
      ...shippingAmounts,
      total_qty_ordered: lines.reduce((units, { line }) => units + line.quantity, 0),
      total_item_count: items.length,
      weight: Number(lines.reduce((sum, { line, product }) => sum + line.quantity * product.weight, 0).toFixed(4)),
      shipping_description: `Rakuten - ${order.deliveryMode} (${methodTitle})`,
      items,
      billing_address: bill,
      payment: {
        method: settings.paymentMethod,
        amount_ordered: grandTotal,
        base_amount_ordered: grandTotal,
        shipping_amount: euros(shipping.totalCents),
        base_shipping_amount: euros(shipping.totalCents),
        additional_information: [`Rakuten ${reference}`],
      },
      status_histories: [{ comment: noteOf(order), is_customer_notified: 0, is_visible_on_front: 0 }],
      extension_attributes: {
        shipping_assignments: [{ shipping: { method, address: ship, total: shippingAmounts }, items }],
      },
    },
  }
}

/** The first address that Magento would keep: a parcel must not wait for a bill that nobody sends. */
const billingBody = ({ billing, delivery, relayPoint }: OrderToPlace, mail: string): ReturnType<typeof addressBody> => {
  const whole = [billing, delivery].find((address) => address !== null && unkeepable(address, null) === null)
  if (whole) return addressBody('billing', whole, mail)
  return relayPoint === null
    ? addressBody('billing', delivery, mail)
    : { ...relayBody(relayPoint, delivery, mail), address_type: 'billing' }
}

const itemBody = ({ line, product, amounts }: BookedLine & { readonly amounts: RowAmounts }, store: Store) => ({
  sku: product.sku,
  name: product.name === '' ? product.sku : product.name,
  product_id: product.id,
  product_type: product.type_id,
  store_id: store.id,
  qty_ordered: line.quantity,
  weight: product.weight,
  ...twice({
    price: amounts.price,
    original_price: amounts.price,
    price_incl_tax: euros(amounts.priceInclTaxCents),
    row_total: euros(amounts.totalCents),
    row_total_incl_tax: euros(amounts.totalInclTaxCents),
    tax_amount: euros(amounts.taxCents),
    discount_amount: 0,
  }),
  tax_percent: amounts.percent,
  ext_order_item_id: line.sku,
})

const taxClassOf = (product: Product): number | null => {
  const value = attributeOf(product, 'tax_class_id')
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : typeof value === 'number' ? value : null
}

const noteOf = ({ reference, deliveryMode, relayPoint }: OrderToPlace): string =>
  [
    `Rakuten ${reference}, ${deliveryMode}.`,
    ...(relayPoint === null ? [] : [`Relay point ${relayPoint.id}: ${relayPoint.name}.`]),
  ].join(' ')
