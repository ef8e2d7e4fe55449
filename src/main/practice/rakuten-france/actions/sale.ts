import type { Account } from '../account.ts'
import { salesDate } from '../paris-time.ts'
import type { Item, Purchase } from '../purchase.ts'
import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import { addressBlocks } from './addresses.ts'
import { price } from './money.ts'

/** How an item stands in the web service that lists it. */
export interface ListedItem {
  readonly item: Item
  readonly status: string
}

export type BuyerShown = 'whole' | 'without-contact' | 'none'

/** The `sale` elements of one purchase: one, unless the account splits them by item (section 5). */
export const saleElements = (
  account: Account,
  purchase: Purchase,
  listed: readonly ListedItem[],
  version: string,
  buyerShown: BuyerShown,
): XmlElement[] => {
  const groups = account.settings.splitSales ? listed.map((one) => [one]) : [listed]
  return groups.map((group) => sale(purchase, group, version, buyerShown))
}

const sale = (purchase: Purchase, listed: readonly ListedItem[], version: string, shown: BuyerShown): XmlElement =>
  node(
    'sale',
    text('purchaseid', purchase.purchaseId),
    text('purchasedate', salesDate(purchase.purchasedAt)),
    node(
      'deliveryinformation',
      text('shippingtype', purchase.deliveryMode),
      text('isfullrsl', flag(purchase.items.every((item) => item.rsl))),
      cdata('purchasebuyerlogin', purchase.buyer.login),
      shown === 'whole' ? text('purchasebuyeremail', purchase.buyer.email) : null,
      ...(shown === 'none' ? [] : addressBlocks(purchase, shown === 'whole')),
    ),
    node('items', ...listed.map(({ item, status }) => itemElement(item, status, purchase.currency, version))),
  )

const itemElement = (item: Item, status: string, currency: string, version: string): XmlElement =>
  node(
    'item',
    cdata('sku', item.sku),
    text('advertid', item.advertId),
    price('advertpricelisted', item.listedPriceCents, currency),
    text('itemid', item.itemId),
    cdata('headline', item.title),
    cdata('itemstatus', status),
    tellsShipped(version) ? text('shipped', item.shipped ? '1' : '0') : null,
    text('ispreorder', flag(item.preorder)),
    text('isnego', flag(item.negotiated)),
    text('negotiationcomment', item.negotiationComment),
    price('price', item.priceCents, currency),
    text('isrsl', flag(item.rsl)),
    text('isbn', item.isbn),
    text('ean', item.ean),
    cdata('paymentstatus', 'INCOMING'),
    text('sellerscore', item.score),
  )

/** The flag came with the versions of March 2016 (6.1, 9.3, 10.1). */
export const tellsShipped = (version: string): boolean => version >= '2016-03-16'

const flag = (value: boolean): string => (value ? 'Y' : 'N')
