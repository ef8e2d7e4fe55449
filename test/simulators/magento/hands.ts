import { cancel, invoice, refund, type ShipmentToMake, ship } from './order-life.ts'
import { addSourceItem, dateOf, keyOf, type Order, type Shop, sourceItemsOf, type Track } from './state.ts'
import { compensate, freeOnShelf, reserve } from './stock.ts'

/** What people, carriers, extensions and the server's cron do in this shop, beside what every back office knows. */
export interface MagentoHands {
  readonly setup: Shop['setup']
  /** Takes a resource away from the integration. */
  takeRight(right: string): void
  giveRight(right: string): void
  addProduct(product: ProductHere): void
  removeProduct(sku: string): void
  addSource(code: string, facts?: { readonly enabled?: boolean; readonly stockId?: number }): void
  /** Books units of a SKU into a source. */
  putIntoSource(sku: string, source: string, quantity: number): void
  markOutOfStock(sku: string, source: string): void
  /** A customer buys in the shop itself: the units are reserved. Returns the order's id. */
  buyInShop(sku: string, quantity: number): string
  ship(ref: string, shipment?: NamedShipment): void
  invoice(ref: string): void
  invoicePart(ref: string, sku: string, quantity: number): void
  /** Sets the shop's clock ahead of everybody else's, in milliseconds. */
  serverAhead(milliseconds: number): void
  /** Lays a row of goods into a row of its box, as an order of the storefront has it: what happens is booked on the box. */
  boxUp(ref: string, sku: string, type: string): void
  cancel(ref: string): boolean
  refund(
    ref: string,
    units: readonly { readonly sku: string; readonly quantity: number }[],
    isBackToStock: boolean,
  ): void
  /** The whole order, its shipping included, units back to stock. */
  refundAll(ref: string): void
  setState(ref: string, state: string, status?: string): void
  addTrack(ref: string, track: Omit<Track, 'entity_id'>): void
  /** The server's cron of magento.md 2.5, remedy 1. */
  runCompensations(): void
  /** Units in the sources that no open order waits for: what may be sold. */
  free(sku: string): number
  order(ref: string): Order
  orders(): readonly Order[]
  sourceUnits(sku: string, source?: string): number
}

export interface ProductHere {
  readonly sku: string
  readonly type?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly stock?: number
  readonly isManaged?: boolean
  readonly minQty?: number
  readonly weight?: number
}

export interface NamedShipment extends Omit<ShipmentToMake, 'units'> {
  readonly units?: readonly { readonly sku: string; readonly quantity: number }[]
}

export const createHands = (shop: Shop): MagentoHands => {
  const order = (ref: string): Order => {
    const found = shop.orders.get(Number(ref))
    if (found === undefined) throw new Error(`The shop has no order ${ref}`)
    return found
  }
  /** Units of a SKU, spread over the rows that still have some. */
  const rowsOf = (
    ref: string,
    units: readonly { readonly sku: string; readonly quantity: number }[],
    left: (row: Order['rows'][number]) => number,
  ): ReadonlyMap<number, number> => {
    const rows = new Map<number, number>()
    for (const { sku, quantity } of units) {
      let missing = quantity
      for (const row of order(ref).rows.filter((one) => keyOf(one.sku) === keyOf(sku))) {
        const taken = Math.min(missing, left(row))
        if (taken > 0) rows.set(row.item_id, taken)
        missing -= taken
      }
    }
    return rows
  }
  const unshipped = (row: Order['rows'][number]): number =>
    row.qty_ordered - row.qty_shipped - row.qty_canceled - row.qty_refunded

  return {
    setup: shop.setup,
    takeRight: (right) => void shop.missingRights.add(right),
    giveRight: (right) => void shop.missingRights.delete(right),
    addProduct: ({ sku, type = 'simple', attributes = {}, stock, isManaged = true, minQty = 0, weight = 0.3 }) => {
      shop.products.set(keyOf(sku), {
        ...{ id: shop.nextId(), sku, name: sku, type_id: type, weight, price: 10, updated_at: dateOf(shop) },
        ...{ isManaged, minQty, attributes: { tax_class_id: '2', ...attributes } },
      })
      if (stock !== undefined)
        addSourceItem(shop, { sku, source_code: 'default', quantity: stock, status: stock > 0 ? 1 : 0 })
    },
    removeProduct: (sku) => {
      shop.products.delete(keyOf(sku))
      shop.sourceItems.delete(keyOf(sku))
    },
    addSource: (code, { enabled = true, stockId = 1 } = {}) => {
      shop.sources.set(code, { name: code, enabled })
      shop.stockSources.push({ stock_id: stockId, source_code: code })
    },
    putIntoSource: (sku, source, quantity) => {
      const item = sourceItemsOf(shop, sku).find(({ source_code }) => source_code === source)
      if (item === undefined) addSourceItem(shop, { sku, source_code: source, quantity, status: 1 })
      else item.quantity = quantity
    },
    markOutOfStock: (sku, source) => {
      for (const item of sourceItemsOf(shop, sku)) if (item.source_code === source) item.status = 0
    },
    buyInShop: (sku, quantity) => {
      const id = shop.nextId()
      const made: Order = {
        ...{ entity_id: id, increment_id: String(id).padStart(9, '0'), ext_order_id: null, store_id: 1, isOwn: true },
        ...{ created_at: dateOf(shop), updated_at: dateOf(shop), state: 'new', status: 'pending' },
        ...{ grand_total: 10 * quantity, tax_amount: 0, shipping_incl_tax: 0 },
        ...{ total_paid: 0, total_refunded: 0, shipping_refunded: 0, customer_email: 'customer@example.fr' },
        rows: [
          {
            ...{
              item_id: shop.nextId(),
              parent_item_id: null,
              sku,
              product_id: shop.products.get(keyOf(sku))?.id ?? null,
            },
            ...{ product_type: 'simple', qty_ordered: quantity, row_total_incl_tax: 10 * quantity, more: {} },
            ...{ qty_invoiced: 0, qty_shipped: 0, qty_canceled: 0, qty_refunded: 0 },
          },
        ],
        shippingAddress: null,
        more: { shipping_description: 'Colissimo - Domicile' },
      }
      shop.orders.set(id, made)
      reserve(shop, made, sku, -quantity)
      if (!shop.setup.hasMsi) {
        const [item] = sourceItemsOf(shop, sku)
        if (item !== undefined) item.quantity -= quantity
      }
      return String(id)
    },
    ship: (ref, { units, ...rest } = {}) =>
      void ship(shop, order(ref), {
        ...rest,
        ...(units === undefined ? {} : { units: rowsOf(ref, units, unshipped) }),
      }),
    invoicePart: (ref, sku, quantity) => {
      const changed = order(ref)
      for (const row of changed.rows.filter((one) => one.sku === sku)) {
        row.qty_invoiced += quantity
        changed.total_paid += (row.row_total_incl_tax / row.qty_ordered) * quantity
      }
      changed.state = 'processing'
    },
    serverAhead: (milliseconds) => {
      shop.ahead = milliseconds
    },
    boxUp: (ref, sku, type) => {
      const { rows } = order(ref)
      const at = rows.findIndex((row) => row.sku === sku)
      const row = rows[at]
      if (row === undefined) throw new Error(`Order ${ref} has no ${sku}`)
      const box = { ...row, product_type: type }
      const goods = {
        ...row,
        item_id: shop.nextId(),
        parent_item_id: row.item_id,
        qty_invoiced: 0,
        row_total_incl_tax: 0,
      }
      rows.splice(at, 1, box, goods)
    },
    invoice: (ref) => invoice(shop, order(ref), false),
    cancel: (ref) => cancel(shop, order(ref)),
    refund: (ref, units, isBackToStock) => {
      const rows = rowsOf(ref, units, (row) => row.qty_invoiced - row.qty_refunded)
      refund(shop, order(ref), { units: rows, shipping: 0, backToStock: isBackToStock ? [...rows.keys()] : [] })
    },
    refundAll: (ref) => {
      const rows = order(ref).rows.map((row) => [row.item_id, row.qty_invoiced - row.qty_refunded] as const)
      const units = new Map(rows.filter(([, quantity]) => quantity > 0))
      refund(shop, order(ref), { units, shipping: null, backToStock: [...units.keys()] })
    },
    setState: (ref, state, status = state) => {
      const changed = order(ref)
      changed.state = state
      changed.status = status
    },
    addTrack: (ref, track) => {
      const shipment = shop.shipments.find(({ order_id }) => order_id === Number(ref))
      if (shipment === undefined) throw new Error(`Nothing of order ${ref} was shipped`)
      shipment.tracks.push({ ...track, entity_id: shop.nextId() })
    },
    runCompensations: () => compensate(shop),
    free: (sku) => freeOnShelf(shop, sku),
    order,
    orders: () => [...shop.orders.values()],
    sourceUnits: (sku, source = 'default') =>
      sourceItemsOf(shop, sku).find(({ source_code }) => source_code === source)?.quantity ?? 0,
  }
}
