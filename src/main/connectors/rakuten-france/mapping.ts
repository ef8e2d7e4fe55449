import type { Item, ItemStatus } from '../../domain/item.ts'
import { isKnownCurrency } from '../../domain/money.ts'
import type { XmlElement } from '../http/read-xml.ts'
import type { Sale, UnknownValue } from '../sockets/marketplace.ts'
import { readAmount, readRequired } from './amounts.ts'
import { type OnUnknown, toBuyer } from './buyer.ts'
import { readDate } from './dates.ts'
import { ITEM_STATUS } from './facts.ts'
import { unreadable } from './unreadable.ts'

/** A `sale` of new or current sales (6.1). Throws when it has no number, no items, or an item without number or price. */
export const toSale = (sale: XmlElement, raw: string): Sale => {
  const unknownValues: UnknownValue[] = []
  const onUnknown: OnUnknown = (value) => {
    if (!unknownValues.some(({ field, value: known }) => field === value.field && known === value.value))
      unknownValues.push(value)
  }
  const reference = readRequired(sale, 'purchaseid')
  const information = sale.at('deliveryinformation')
  if (information === undefined) throw unreadable(`sale ${reference} says nothing about its delivery`, { reference })
  const isAllTheirs = information.text('isfullrsl') === 'Y'
  const items = (sale.at('items')?.all('item') ?? []).map((item) => toItem(item, isAllTheirs, onUnknown))
  if (items.length === 0) throw unreadable(`sale ${reference} has no items`, { reference })
  return {
    reference,
    purchasedAt: readDate(sale.text('purchasedate')),
    deliveryMode: information.text('shippingtype'),
    buyer: toBuyer(information, onUnknown),
    items,
    unknownValues,
    raw,
  }
}

const toItem = (item: XmlElement, isAllTheirs: boolean, onUnknown: OnUnknown): Item => {
  const rakutenStatus = item.text('itemstatus')
  const price = readAmount(item, 'price')
  if (!isKnownCurrency(price.currency)) onUnknown({ field: 'currency', value: price.currency })
  return {
    itemId: readRequired(item, 'itemid'),
    sku: item.text('sku'),
    advertId: item.text('advertid'),
    title: item.text('headline'),
    eans: item
      .text('ean')
      .split(';')
      .map((ean) => ean.trim())
      .filter(Boolean),
    // What the buyer pays: after a negotiation or in a campaign it is not the listed price (5).
    priceCents: price.cents,
    listedPriceCents:
      item.at('advertpricelisted') === undefined ? price.cents : readAmount(item, 'advertpricelisted').cents,
    currency: price.currency,
    status: isAllTheirs || item.text('isrsl') === 'Y' ? 'not-ours' : toStatus(rakutenStatus, onUnknown),
    rakutenStatus,
    negotiated: item.text('isnego') === 'Y',
    negotiationComment: item.text('negotiationcomment'),
    preorder: item.text('ispreorder') === 'Y',
    shippingCents: null,
    shipped: item.text('shipped') === '1',
    placed: false,
  }
}

export const toStatus = (rakutenStatus: string, onUnknown?: OnUnknown): ItemStatus => {
  const status = ITEM_STATUS.get(rakutenStatus)
  if (status === undefined) onUnknown?.({ field: 'status', value: rakutenStatus })
  return status ?? 'unknown'
}

/** Several `sale` elements with one purchase id are one order (5); an item named twice is the later one. */
export const mergeSales = (sales: readonly Sale[]): readonly Sale[] => {
  const merged = new Map<string, Sale>()
  for (const sale of sales) {
    const known = merged.get(sale.reference)
    merged.set(sale.reference, known === undefined ? sale : merge(known, sale))
  }
  return [...merged.values()]
}

const merge = (one: Sale, other: Sale): Sale => ({
  ...one,
  buyer: {
    ...one.buyer,
    billing: one.buyer.billing ?? other.buyer.billing,
    delivery: one.buyer.delivery ?? other.buyer.delivery,
    relayPoint: one.buyer.relayPoint ?? other.buyer.relayPoint,
  },
  items: [...new Map([...one.items, ...other.items].map((item) => [item.itemId, item])).values()],
  unknownValues: [
    ...one.unknownValues,
    ...other.unknownValues.filter(
      ({ field, value }) => !one.unknownValues.some((known) => known.field === field && known.value === value),
    ),
  ],
  raw: one.raw === other.raw ? one.raw : `${one.raw}\n${other.raw}`,
})
