import type { OrderKey } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel, ParcelContent } from '../../../src/main/domain/parcel.ts'
import type { ProductThere, There, VatClass } from '../../batteries/back-office/harness.ts'
import {
  addRow,
  addShippingMethod,
  newId,
  number,
  type Row,
  rowOf,
  rowsWhere,
  type Shop,
  stateName,
  text,
} from './state.ts'
import { lineRemoved, lineWritten } from './stock.ts'
import { type Moving, transition } from './transitions.ts'

/** Acts that only some shops know: of plugins, of other tools. */
export interface Hands {
  addProduct(product: Partial<Row> & { readonly productNumber: string }): Row
  move(entity: Moving, id: string, action: string): void
  linesOf(order: OrderKey): readonly Row[]
  deliveriesOf(order: OrderKey): readonly Row[]
  transactionsOf(order: OrderKey): readonly Row[]
}

const TAXES: Readonly<Record<VatClass, string>> = {
  standard: 'standard',
  intermediate: 'intermediate',
  reduced: 'reduced',
}

export const createHands = (shop: Shop, revoke: () => void): { readonly there: There; readonly hands: Hands } => {
  const orderOf = ({ backOfficeRef }: OrderKey): Row => {
    const order = rowOf(shop, 'order', backOfficeRef)
    if (order === null) throw new Error(`The shop has no order ${backOfficeRef}`)
    return order
  }
  const rowsOf = (entity: 'order_line_item' | 'order_delivery' | 'order_transaction') => (key: OrderKey) =>
    rowsWhere(shop, entity, 'orderId', orderOf(key).id)
  const deliveriesOf = rowsOf('order_delivery')
  const linesOf = rowsOf('order_line_item')

  /** With the boxes for mails unticked. */
  const move = (entity: Moving, id: string, action: string): void =>
    void transition(shop, entity, id, action, { sendMail: false, skipsFlows: false })

  const taxOf = (vatClass: VatClass): unknown => rowsWhere(shop, 'tax', 'name', TAXES[vatClass])[0]?.id

  const addProduct: Hands['addProduct'] = (product) => {
    const taken = rowsWhere(shop, 'product', 'productNumber', product.productNumber)
    if (taken.length > 0) throw new Error(`The number ${product.productNumber} is taken`)
    return addRow(shop, 'product', {
      ...{
        parentId: null,
        childCount: 0,
        stock: 0,
        active: true,
        isCloseout: false,
        ean: null,
        manufacturerNumber: null,
      },
      ...{ name: product.productNumber, taxId: taxOf('standard'), price: [] },
      ...product,
    })
  }

  const addThere = ({ sku, title, stock, priceCents, vatClass = 'standard' }: ProductThere): void =>
    void addProduct({
      productNumber: sku,
      name: title,
      stock,
      taxId: taxOf(vatClass),
      price: [{ gross: priceCents / 100 }],
    })

  const carrierOf = (name: string): string =>
    (rowsWhere(shop, 'shipping_method', 'name', name)[0] ?? addShippingMethod(shop, { name })).id

  const ship = (delivery: Row, parcels: readonly Parcel[]): void => {
    const [first] = parcels
    if (first?.carrierName) delivery['shippingMethodId'] = carrierOf(first.carrierName)
    delivery['trackingCodes'] = parcels.flatMap(({ trackingNumber }) =>
      trackingNumber === null ? [] : [trackingNumber],
    )
    move('order_delivery', delivery.id, 'ship')
  }

  const openDeliveries = (key: OrderKey): readonly Row[] =>
    deliveriesOf(key).filter((delivery) => ['open', 'shipped_partially'].includes(stateName(shop, delivery)))

  /** As plugins do that send an order in parts: a delivery of its own for what leaves first. */
  const shipPart = (key: OrderKey, parcel: Parcel): void => {
    const [rest] = openDeliveries(key)
    if (rest === undefined) throw new Error('Nothing is left to ship')
    const costs = { unitPrice: 0, totalPrice: 0, quantity: 1, calculatedTaxes: [], taxRules: [] }
    const { id: _, ...columns } = rest
    const part = addRow(shop, 'order_delivery', { ...columns, id: newId(), shippingCosts: costs, trackingCodes: [] })
    for (const { sku, quantity } of parcel.contents) {
      const position = rowsWhere(shop, 'order_delivery_position', 'orderDeliveryId', rest.id).find((one) => {
        const line = rowOf(shop, 'order_line_item', one['orderLineItemId'])
        return skuOf(line) === sku && number(one['quantity']) >= quantity
      })
      if (position === undefined) throw new Error(`No ${quantity} of ${sku} to ship`)
      position['quantity'] = number(position['quantity']) - quantity
      const { id: __, ...its } = position
      addRow(shop, 'order_delivery_position', { ...its, id: newId(), orderDeliveryId: part.id, quantity })
      if (position['quantity'] === 0) drop(shop, 'order_delivery_position', position)
    }
    const isEmpty = rowsWhere(shop, 'order_delivery_position', 'orderDeliveryId', rest.id).length === 0
    ship(part, [parcel])
    if (isEmpty) drop(shop, 'order_delivery', rest)
  }

  /** An edit in the admin: the units go back, the order is reckoned anew. */
  const removeUnits = (key: OrderKey, { sku, quantity }: ParcelContent): void => {
    const line = linesOf(key).find((one) => skuOf(one) === sku && number(one['quantity']) >= quantity)
    if (line === undefined) throw new Error(`The order has no ${quantity} of ${sku}`)
    const before = { ...line }
    if (line['quantity'] === quantity) {
      lineRemoved(shop, line)
      drop(shop, 'order_line_item', line)
    } else {
      line['quantity'] = number(line['quantity']) - quantity
      lineWritten(shop, line, before)
    }
  }

  const there: There = {
    async addProducts(products) {
      for (const product of products) addThere(product)
    },
    // Product numbers are unique there.
    addDuplicate: null,
    async breakStock() {
      shop.stockIsBroken = true
    },
    async complete(key, parcels) {
      for (const parcel of parcels.filter(({ contents }) => contents.length > 0)) shipPart(key, parcel)
      const whole = parcels.filter(({ contents }) => contents.length === 0)
      for (const delivery of openDeliveries(key)) ship(delivery, whole)
    },
    async shipPart(key, parcel) {
      shipPart(key, parcel)
    },
    async reopen(key) {
      for (const delivery of deliveriesOf(key)) move('order_delivery', delivery.id, 'reopen')
    },
    cancel: async (key) => move('order', orderOf(key).id, 'cancel'),
    removeUnits: async (key, units) => removeUnits(key, units),
    async remove(key) {
      const order = orderOf(key)
      for (const line of linesOf(key)) lineRemoved(shop, line)
      for (const delivery of deliveriesOf(key)) drop(shop, 'order_delivery', delivery)
      for (const line of linesOf(key)) drop(shop, 'order_line_item', line)
      drop(shop, 'order', order)
    },
    async addressOf(key) {
      const [delivery] = deliveriesOf(key)
      const address = rowOf(shop, 'order_address', delivery?.['shippingOrderAddressId'])
      if (address === null) throw new Error('The order has no address')
      const relay = (address['customFields'] as Readonly<Record<string, unknown>> | null)?.['mp_relay_point']
      return {
        name: [address['firstName'], address['lastName']].map(text).filter(Boolean).join(' '),
        street: [address['street'], address['additionalAddressLine1']].map(text).filter(Boolean),
        postcode: text(address['zipcode']),
        city: text(address['city']),
        countryCode: text(rowOf(shop, 'country', address['countryId'])?.['iso']),
        relayPointId: typeof relay === 'string' ? relay : null,
      }
    },
    async vatOf(key) {
      const price = orderOf(key)['price'] as { readonly calculatedTaxes: readonly { readonly tax: number }[] }
      return price.calculatedTaxes.reduce((sum, { tax }) => sum + Math.round(tax * 100), 0)
    },
    revoke: async () => revoke(),
    mailsToBuyers: () => shop.mails.length,
  }
  return { there, hands: { addProduct, move, linesOf, deliveriesOf, transactionsOf: rowsOf('order_transaction') } }
}

const skuOf = (line: Row | null): string =>
  text((line?.['payload'] as Readonly<Record<string, unknown>> | undefined)?.['productNumber'])

const drop = (
  shop: Shop,
  entity: 'order' | 'order_line_item' | 'order_delivery' | 'order_delivery_position',
  row: Row,
): void => {
  const table = shop.tables[entity]
  table.splice(table.indexOf(row), 1)
}
