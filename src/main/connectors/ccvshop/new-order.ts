import type { Address } from '../../domain/address.ts'
import { isTestReference, type OrderToPlace, type PlacedLine } from '../sockets/back-office.ts'
import type { Article, SkuSource } from './articles.ts'
import { NO_MAIL_DOMAIN, ORDER_LANGUAGE, STATUS } from './facts.ts'
import { SKU_MEMO } from './mapping.ts'
import { methodTitle } from './methods.ts'

export interface LineToPlace {
  readonly line: PlacedLine
  readonly article: Article
  /** VAT inside its price. */
  readonly percent: number
}

export interface OrderFacts {
  readonly lines: readonly LineToPlace[]
  readonly skuSource: SkuSource
  readonly languages: readonly string[]
  /** What goods without a product are packed in; null: a real order, by its products. */
  readonly testPackage: number | null
}

/** The body of `POST /orders/` (ccvshop.md 2): gross prices, with every amount that the shop would else reckon itself. */
export const toNewOrder = (order: OrderToPlace, { lines, skuSource, languages, testPackage }: OrderFacts) => {
  const isTest = isTestReference(order.reference)
  return {
    is_completed: true,
    // [C] Payment may make the shop write an invoice.
    paid: !isTest,
    status: STATUS.new,
    currency: order.currency,
    // Left out, the shop reckons its own (pitfall 5).
    total_shipping: euros(order.shippingCents),
    ...{ paymethod_costs: 0, extra_costs: 0 },
    ...{ taxes_included: true, order_row_taxes_included: true, shipping_taxes_included: true },
    is_intra_community_order: false,
    deliver_method: 'shipping',
    ...(languages.includes(ORDER_LANGUAGE) ? { orderedinlng: ORDER_LANGUAGE } : {}),
    reservationnumber: order.reference,
    user_id: null,
    customer: {
      email: `${order.reference.toLowerCase()}@${NO_MAIL_DOMAIN}`,
      reference: order.reference,
      billingaddress: {
        ...names(order.billing ?? order.delivery),
        ...postal(order.billing ?? order.delivery),
        comment: commentOf(order),
      },
      deliveryaddress: { ...deliveryOf(order), comment: commentOf(order) },
    },
    orderrows: lines.map((one) => (testPackage === null ? toRow(one, skuSource) : toTestRow(one, testPackage))),
  }
}

const euros = (cents: number): number => cents / 100

/** Without its own discount, price and deposits, which the shop would else take from the product (2, pitfall 11). */
const toRow = ({ line, article, percent }: LineToPlace, skuSource: SkuSource) => ({
  product_id: article.product.id,
  ...(article.combination === null ? {} : { attribute_combination_id: article.combination.id }),
  count: line.quantity,
  price: euros(line.priceCents),
  ...{ discount: 0, tax: percent, auto_create_deposit_rows: false },
  ...(skuSource === 'sku' ? {} : { memo: `${SKU_MEMO}${line.sku}` }),
})

/** [C] A row without a product moves no stock (2). */
const toTestRow = ({ line, percent }: LineToPlace, packageId: number) => ({
  product_name: `TEST - NE PAS EXPÉDIER - ${line.title}`,
  product_number: line.sku,
  count: line.quantity,
  price: euros(line.priceCents),
  ...{ discount: 0, tax: percent, package_id: packageId, auto_create_deposit_rows: false },
})

const names = ({ firstName, lastName }: Address) => ({ first_name: firstName, last_name: lastName })

const fullName = ({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter((part) => part !== '').join(' ')

/** French streets do not come as street and whole number (pitfall 4). */
const postal = ({ address1, address2, postcode, city, state, countryCode, phone, mobile }: Address) => ({
  ...{ address_line_1: address1, address_line_2: address2, zipcode: postcode, city, province: state },
  ...{ country_code: countryCode, telephone: phone, mobile },
})

/** The parcel goes to the point, under the buyer's name. */
const deliveryOf = ({ delivery, relayPoint: point }: OrderToPlace) =>
  point === null
    ? { full_name: fullName(delivery), ...postal(delivery) }
    : {
        full_name: fullName(point) || fullName(delivery),
        company: point.name,
        address_line_1: point.address,
        address_line_2: relayLine(point.id),
        ...{ zipcode: point.postcode, city: point.city, province: '', country_code: point.countryCode },
        ...{ telephone: delivery.phone, mobile: delivery.mobile },
      }

export const relayLine = (id: string): string => `Point relais ${id}`

const commentOf = ({ reference, methodId, deliveryMode, relayPoint }: OrderToPlace): string =>
  [
    isTestReference(reference) ? 'TEST - NE PAS EXPÉDIER' : `Rakuten France: ${deliveryMode}`,
    methodTitle(methodId),
    relayPoint === null ? '' : relayLine(relayPoint.id),
  ]
    .filter((part) => part !== '')
    .join(' - ')
