import { createOrder } from './create-order.ts'
import { cancel, invoice, refund } from './order-life.ts'
import { noEntity, required } from './refusal.ts'
import { type Asked, list, type Route, route } from './route.ts'
import type { Order, Row, Shipment, Shop } from './state.ts'
import { checkInvoiceBody, checkRefundBody, isJson, type Json } from './validate-body.ts'

const orderColumn = (order: Order, field: string): string | number | null | undefined => {
  switch (field) {
    case 'entity_id':
    case 'increment_id':
    case 'ext_order_id':
    case 'state':
    case 'status':
    case 'created_at':
    case 'updated_at':
    case 'store_id':
    case 'grand_total':
      return order[field]
    default:
      return undefined
  }
}

const showRow = ({ more, ...row }: Row): Json => ({
  ...more,
  ...row,
  parent_item_id: row.parent_item_id ?? undefined,
})

export const showOrder = ({
  rows,
  more,
  isOwn: _,
  shippingAddress,
  ext_order_id,
  shipping_refunded: __,
  ...order
}: Order) => {
  const extension = isJson(more['extension_attributes']) ? more['extension_attributes'] : {}
  const assignments = Array.isArray(extension['shipping_assignments']) ? extension['shipping_assignments'] : []
  const [first]: unknown[] = assignments
  const shipping = isJson(first) && isJson(first['shipping']) ? first['shipping'] : {}
  return {
    ...more,
    ...order,
    // A column without a value is left out.
    ...(ext_order_id === null ? {} : { ext_order_id }),
    items: rows.map(showRow),
    extension_attributes: {
      shipping_assignments: [
        { shipping: { ...shipping, address: shippingAddress ?? undefined }, items: rows.map(showRow) },
      ],
    },
  }
}

const shipmentColumn = (shipment: Shipment, field: string): string | number | undefined => {
  switch (field) {
    case 'entity_id':
    case 'order_id':
    case 'created_at':
      return shipment[field]
    default:
      return undefined
  }
}

const showShipment = (shop: Shop) => (shipment: Shipment) => ({
  entity_id: shipment.entity_id,
  order_id: shipment.order_id,
  created_at: shipment.created_at,
  updated_at: shipment.created_at,
  items: [...shipment.units].flatMap(([order_item_id, qty]) => {
    const row = shop.orders.get(shipment.order_id)?.rows.find(({ item_id }) => item_id === order_item_id)
    return qty === 0 ? [] : [{ order_item_id, qty, sku: row?.sku }]
  }),
  tracks: shipment.tracks.map((track) => ({ ...track, order_id: shipment.order_id, parent_id: shipment.entity_id })),
  comments: [],
  extension_attributes: { source_code: shipment.source_code },
})

const orderOf = ({ shop, parts: [id = ''] }: Asked): Order => {
  const order = shop.orders.get(Number(id))
  if (order === undefined) throw noEntity()
  return order
}

const bodyOf = ({ body }: Asked): Json => (isJson(body) ? body : {})

const makeRefund = (asked: Asked): number => {
  const order = orderOf(asked)
  const body = bodyOf(asked)
  checkRefundBody(body)
  const given = isJson(body['arguments']) ? body['arguments'] : {}
  const extension = isJson(given['extension_attributes']) ? given['extension_attributes'] : {}
  const back = Array.isArray(extension['return_to_stock_items']) ? extension['return_to_stock_items'] : []
  const items = Array.isArray(body['items']) ? body['items'].filter(isJson) : []
  refund(asked.shop, order, {
    units: new Map(items.map(({ order_item_id, qty }) => [Number(order_item_id), Number(qty)])),
    shipping: typeof given['shipping_amount'] === 'number' ? given['shipping_amount'] : null,
    backToStock: back.map(Number),
  })
  if (body['notify'] === true) asked.shop.mails += 1
  return asked.shop.nextId()
}

export const salesRoutes: readonly Route[] = [
  route('GET', 'orders', 'Magento_Sales::actions_view', (asked) =>
    list(asked, [...asked.shop.orders.values()], orderColumn, showOrder),
  ),
  route('POST', 'orders', 'Magento_Sales::create', ({ shop, body }) => {
    if (!isJson(body) || body['entity'] === undefined) throw required('entity')
    return showOrder(createOrder(shop, body['entity']))
  }),
  route('GET', 'orders/:id', 'Magento_Sales::actions_view', (asked) => showOrder(orderOf(asked))),
  route('POST', 'orders/:id/cancel', 'Magento_Sales::cancel', (asked) => cancel(asked.shop, orderOf(asked))),
  route('POST', 'order/:id/invoice', 'Magento_Sales::invoice', (asked) => {
    const order = orderOf(asked)
    const body = bodyOf(asked)
    checkInvoiceBody(body)
    invoice(asked.shop, order, body['notify'] === true)
    // The id comes out of the database as a text.
    return String(asked.shop.nextId())
  }),
  route('POST', 'order/:id/refund', 'Magento_Sales::creditmemo', makeRefund),
  route('GET', 'shipments', 'Magento_Sales::shipment', (asked) =>
    list(asked, asked.shop.shipments, shipmentColumn, showShipment(asked.shop)),
  ),
]
