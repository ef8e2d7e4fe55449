import type { Item, Purchase } from '../purchase.ts'
import { statusInBilling } from '../statuses.ts'
import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { decimal, price } from './money.ts'
import { unknownError } from './refusals.ts'
import { tellsShipped } from './sale.ts'
import { shippingCents } from './shipping-costs.ts'

const VERSIONS = ['2016-03-16', '2011-03-29']
/** Rates of our own that give the amounts of the spec's sample. */
const COMMISSION_PERCENT = 10
const VAT_PERCENT = 20

/** Section 10.1: the only place that tells the shipping price of an item. */
export const getBillingInformation: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: ['purchaseid'],
  answer: (question, account) => {
    const purchase = account.purchases.get(question.param('purchaseid'))
    const items = purchase?.items.filter((item) => statusInBilling(item) !== null) ?? []
    if (!purchase || items.length === 0) return unknownError(account)
    const shipped = tellsShipped(question.version)
    return result(
      { root: 'getbillinginformationresult', schema: 'getbillinginformation' },
      question.version,
      [user(question), text('purchaseid', purchase.purchaseId), version(question)],
      [
        sellerId(account),
        lastVersion({ versions: VERSIONS }),
        node('billinginformation', node('items', ...items.map((item) => billedItem(purchase, item, shipped)))),
      ],
    )
  },
}

interface Commissions {
  readonly item: number
  readonly itemVat: number
  readonly shipping: number
  readonly shippingVat: number
}

const commissionsOn = (purchase: Purchase, item: Item): Commissions => {
  const onItem = item.state === 'cancelled' ? 0 : percentage(item.priceCents, COMMISSION_PERCENT)
  const onShipping = percentage(shippingCents(purchase, item), COMMISSION_PERCENT)
  return {
    item: onItem,
    itemVat: percentage(onItem, VAT_PERCENT),
    shipping: onShipping,
    shippingVat: percentage(onShipping, VAT_PERCENT),
  }
}

/** What the seller is paid for an item: price and shipping less commissions (10.1). */
export const paidCents = (purchase: Purchase, item: Item): number => {
  if (item.state === 'cancelled') return 0
  const { item: onItem, itemVat, shipping, shippingVat } = commissionsOn(purchase, item)
  return item.priceCents + shippingCents(purchase, item) - onItem - itemVat - shipping - shippingVat
}

/** `shipped` is absent in old versions and in compensation details. */
export const billedItem = (purchase: Purchase, item: Item, shipped: boolean): XmlElement => {
  const amount = (name: string, cents: number): XmlElement => price(name, cents, purchase.currency)
  const commissions = commissionsOn(purchase, item)
  return node(
    'item',
    text('itemid', item.itemId),
    cdata('sku', item.sku),
    cdata('headline', item.title),
    cdata('category', item.category),
    text('itemstatus', statusInBilling(item) ?? ''),
    shipped ? text('shipped', item.shipped ? '1' : '0') : null,
    amount('itemsaleprice', item.priceCents),
    amount('shippingsaleprice', shippingCents(purchase, item)),
    text('itemcommissionvatrate', decimal(VAT_PERCENT * 100)),
    amount('itemcommissionexcltax', commissions.item),
    amount('itemcommissionvat', commissions.itemVat),
    text('shippingcommissionvatrate', decimal(VAT_PERCENT * 100)),
    amount('shippingcommissionexcltax', commissions.shipping),
    amount('shippingcommissionvat', commissions.shippingVat),
    amount('paymentamount', paidCents(purchase, item)),
  )
}

const percentage = (cents: number, percent: number): number => Math.round((cents * percent) / 100)
