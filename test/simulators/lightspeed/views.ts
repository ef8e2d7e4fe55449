import type {
  Checkout,
  CheckoutProduct,
  Fields,
  Invoice,
  Line,
  Method,
  Order,
  Payment,
  Shipment,
  Shop,
  Variant,
} from './shop.ts'

const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')
const money = (cents: number): number => cents / 100

/** Nothing is said in four ways, and nobody knows in which (lightspeed.md 1). */
const orNothing = (text: string, seed: number): unknown => (text === '' ? ['', false, null][seed % 3] : text)

const link = (shop: Shop, url: string, id: number | false) => ({
  resource: { id, url, link: `https://api.webshopapp.com/${shop.habits.languages[0]}/${url}.json` },
})

export const variantView = (shop: Shop, variant: Variant) => ({
  ...{ id: variant.id, createdAt: iso(0), updatedAt: iso(0), isDefault: true, sortOrder: 1 },
  articleCode: orNothing(variant.articleCode, variant.id),
  ean: orNothing(variant.ean, variant.id + 1),
  sku: orNothing(variant.sku, variant.id + 2),
  ...{ hs: null, unitPrice: 0, unitUnit: null, title: variant.title, taxType: 'auto', weight: 0, matrix: false },
  priceExcl: money(Math.round(variant.priceCents / 1.2)),
  priceIncl: money(variant.priceCents),
  ...{ stockTracking: variant.stockTracking, stockLevel: variant.stockLevel, stockAlert: 0, stockMinimum: 0 },
  ...{ stockSold: 0, stockBuyMininum: variant.buyMinimum, stockBuyMinimum: variant.buyMinimum },
  ...{ stockBuyMaximum: variant.buyMaximum, image: false, tax: false, additionalcost: false, options: [] },
  product: link(shop, `products/${variant.productId}`, variant.productId),
  movements: link(shop, `variants/movements?variant=${variant.id}`, false),
})

const totalOf = ({ lines, shippingCents }: Order): number =>
  lines.reduce((sum, { ordered, priceCents }) => sum + ordered * priceCents, shippingCents)

const text = (fields: Fields, name: string): string => String(fields[name] ?? '')

export const orderView = (shop: Shop, order: Order) => ({
  ...{ id: order.id, createdAt: iso(order.createdAt), updatedAt: iso(order.updatedAt), number: order.number },
  ...{ status: order.status, customStatusId: order.customStatusId, channel: 'api', remoteIp: '' },
  ...{ priceIncl: money(totalOf(order)), email: order.email, gender: false, birthDate: false },
  ...{ addressBillingName: text(order.billing, 'name'), addressBillingStreet: text(order.billing, 'address1') },
  addressBillingZipcode: text(order.billing, 'zipcode'),
  addressShippingCompany: false,
  addressShippingName: text(order.shipping, 'name'),
  addressShippingStreet: text(order.shipping, 'address1'),
  addressShippingStreet2: text(order.shipping, 'address2'),
  addressShippingNumber: text(order.shipping, 'number'),
  addressShippingZipcode: text(order.shipping, 'zipcode'),
  addressShippingCity: text(order.shipping, 'city'),
  addressShippingCountry: { id: 2, code: text(order.shipping, 'country'), code3: 'xxx', title: 'Pays' },
  ...{ paymentId: 'invoice', paymentStatus: order.paymentStatus, paymentIsPost: true, paymentTitle: 'Facture' },
  ...{ shipmentId: order.shipmentId, shipmentStatus: order.shipmentStatus, shipmentTitle: order.shipmentTitle },
  shipmentData: order.id % 2 === 0 ? { method: 'default', shipment_id: 33265 } : [],
  shipmentPriceIncl: money(order.shippingCents),
  comment: orNothing(order.comment, order.id),
  memo: orNothing(order.memo, order.id + 1),
  ...{ allowNotifications: order.allowNotifications, doNotifyNew: false, doNotifyReminder: false },
  invoices: link(shop, `invoices?order=${order.id}`, false),
  shipments: link(shop, `shipments?order=${order.id}`, false),
  products: link(shop, `orders/${order.id}/products`, false),
})

export const orderProductView = (shop: Shop, line: Line) => ({
  ...{ id: line.id, productTitle: 'Produit', variantTitle: 'Default', taxRate: 0.2 },
  ...{ quantityOrdered: line.ordered, quantityInvoiced: line.ordered, quantityShipped: line.shipped },
  ...{ quantityRefunded: line.refunded, quantityReturned: 0 },
  ...{ articleCode: line.articleCode, ean: line.ean, sku: line.sku, priceIncl: money(line.priceCents) },
  customFields: false,
  variant: shop.variants.has(line.variantId) ? link(shop, `variants/${line.variantId}`, line.variantId) : false,
})

export const shipmentView = (shop: Shop, shipment: Shipment) => ({
  ...{ id: shipment.id, createdAt: iso(shipment.createdAt), updatedAt: iso(shipment.updatedAt) },
  ...{ number: `SHIP${shipment.id}`, status: shipment.status },
  trackingCode: orNothing(shipment.trackingCode, shipment.id),
  ...{ doNotifyShipped: false, doNotifyReadyForPickup: false, doNotifyTrackingCode: false },
  order: link(shop, `orders/${shipment.orderId}`, shipment.orderId),
  products: link(shop, `shipments/${shipment.id}/products`, false),
})

/** A line of a shipment says which variant by its title alone. */
export const shipmentProductView = (line: Line, quantity: number) => ({
  ...{ id: line.id + 500_000, quantity, title: 'Produit', variant: 'Default', customData: [] },
  ...{ articleCode: line.articleCode, ean: line.ean, sku: line.sku },
})

export const invoiceView = (shop: Shop, invoice: Invoice) => ({
  ...{ id: invoice.id, createdAt: iso(invoice.createdAt), updatedAt: iso(invoice.createdAt) },
  ...{ number: `INV${invoice.id}`, status: invoice.status, isCreditNote: invoice.isCreditNote, creditNote: false },
  order: link(shop, `orders/${invoice.orderId}`, invoice.orderId),
})

/** Bare and in snake case; its numbers are texts now and then (1, 2.1). */
export const checkoutView = (checkout: Checkout) => ({
  ...{ id: checkout.id, order_id: checkout.orderId ?? (checkout.id % 2 === 0 ? false : null), step: 'details' },
  ...{ mode: 'guest', customer: checkout.customer, newsletter: false, terms: checkout.terms },
  ...{ billing_address: checkout.billing, shipping_address: checkout.shipping, discount: false, gift_cards: [] },
  shipment_method: checkout.shipment === null ? null : { id: methodKey(checkout.shipment) },
  payment_method: checkout.payment === null ? null : { id: checkout.payment },
  ...{ notifications: checkout.notifications, comment: checkout.comment, memo: checkout.memo },
  products: checkout.products.map(checkoutProductView),
})

export const checkoutProductView = ({ id, variantId, quantity }: CheckoutProduct) => ({
  ...{
    id,
    variant_id: id % 2 === 0 ? variantId : String(variantId),
    quantity: id % 2 === 0 ? String(quantity) : quantity,
  },
  ...{ is_custom: false, stock_available: true },
})

export const methodKey = ({ id, valueId }: Method): string => `core|${id}|${valueId}`

export const shipmentMethodView = (method: Method) => ({
  ...{ id: methodKey(method), title: method.title, price_incl: money(method.priceCents), is_service_point: false },
})

export const paymentMethodView = ({ id, title, isPost }: Payment) => ({ id, method: id, title, post_payment: isPost })

export const methodView = (shop: Shop, { id, title }: Method) => ({
  ...{ id, type: 'default', isBackofficeOnly: false, sortOrder: 1, title, description: '', tax: false },
  countries: link(shop, `shippingmethods/${id}/countries`, false),
})
