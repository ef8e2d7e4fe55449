import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeOrder, OfficeState, OfficeStock } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel } from '../../../src/main/domain/parcel.ts'
import type { There } from '../../batteries/back-office/harness.ts'
import type { Imported, Importer, StateRow } from './importer.ts'

/** What people do in the program behind the importer; it looks into its folders first. */
export const handsAt = (importer: Importer, disk: string): Omit<There, 'revoke'> => {
  const { orders, products, units } = importer
  const orderOf = ({ backOfficeRef }: { readonly backOfficeRef: string }): Imported => {
    importer.work()
    const order = orders.findLast(({ ref }) => ref === backOfficeRef)
    if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
    return order
  }
  return {
    async addProducts(added) {
      products.push(...added)
      for (const { sku, stock } of added) units.set(sku, stock)
      importer.writeStock()
    },
    async addDuplicate(sku) {
      products.push({ sku, title: 'Imported twice', stock: 1, priceCents: 100 })
      importer.writeStock()
    },
    async breakStock() {
      const path = join(disk, 'stock/stock.csv')
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.slice(0, text.lastIndexOf(';')))
    },
    async complete(key, parcels) {
      const order = orderOf(key)
      order.state = 'SHIPPED'
      if (parcels.length === 0) importer.tellState(order)
      else
        importer.tell(
          order.ref,
          parcels.flatMap((parcel) => rowsOf('SHIPPED', parcel)),
        )
    },
    async shipPart(key, parcel) {
      const order = orderOf(key)
      const left = unitsOf(order.rows.map(({ sku = '', quantity }) => ({ sku, quantity: Number(quantity) })))
      const gone = shipped.get(order) ?? []
      gone.push(...parcel.contents)
      shipped.set(order, gone)
      const isLast = [...left].every(([sku, quantity]) => (unitsOf(gone).get(sku) ?? 0) >= quantity)
      order.state = isLast ? 'SHIPPED' : 'PARTIAL'
      importer.tell(order.ref, rowsOf(order.state, parcel))
    },
    async reopen(key) {
      const order = orderOf(key)
      order.state = 'NEW'
      importer.tellState(order)
    },
    cancel: async (key) => importer.cancel(orderOf(key)),
    // A file of rows has no word for a line that was taken out.
    removeUnits: null,
    async remove(key) {
      const order = orderOf(key)
      order.state = 'DELETED'
      importer.acknowledge(order.ref, order.remoteId, 'ERROR', 'The order was deleted')
    },
    async addressOf(key) {
      const [row = {}] = orderOf(key).rows
      return {
        name: `${row['shippingFirstName']} ${row['shippingLastName']}`.trim(),
        street: [row['shippingLine1'] ?? '', row['shippingLine2'] ?? ''].filter((line) => line !== ''),
        postcode: row['shippingZip'] ?? '',
        city: row['shippingCity'] ?? '',
        countryCode: row['shippingCountry'] ?? '',
        relayPointId: row['relayId'] || null,
      }
    },
    vatOf: null,
    mailsToBuyers: null,
  }
}

const shipped = new WeakMap<Imported, { readonly sku: string; readonly quantity: number }[]>()

const unitsOf = (lines: readonly { readonly sku: string; readonly quantity: number }[]): Map<string, number> => {
  const units = new Map<string, number>()
  for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity)
  return units
}

const rowsOf = (state: string, { carrierName, trackingNumber, trackingUrl, contents }: Parcel): readonly StateRow[] => {
  const parcel = [carrierName ?? '', trackingNumber ?? '', trackingUrl ?? ''] as const
  return contents.length === 0
    ? [[state, ...parcel, '', '']]
    : contents.map(({ sku, quantity }) => [state, ...parcel, sku, String(quantity)])
}

/** What stands there, as its owner sees it: a second connection would take the files from the first. */
export const seenAt = (importer: Importer) => ({
  async findOrders(reference: string): Promise<readonly OfficeOrder[]> {
    importer.work()
    return importer.orders.filter(({ ref }) => ref === reference).map(seen)
  },
  async readStock(): Promise<readonly OfficeStock[]> {
    importer.work()
    return importer.products.map(({ sku, title }) => ({ sku, title, available: importer.units.get(sku) ?? 0 }))
  },
})

const STATES: Readonly<Record<Imported['state'], OfficeState>> = {
  ...{ NEW: 'open', PARTIAL: 'open', SHIPPED: 'completed', CANCELLED: 'cancelled', DELETED: 'gone' },
}

const seen = ({ ref, rows, state }: Imported): OfficeOrder => {
  const cents = (amount = ''): number => Math.round(Number(amount) * 100)
  const goods = rows.map(({ quantity, unitPriceGross }) => Number(quantity) * cents(unitPriceGross))
  return {
    ...{ backOfficeRef: ref, reference: ref, number: ref, url: null, state: STATES[state] },
    totalCents: goods.reduce((sum, one) => sum + one, cents(rows[0]?.['shippingGross'])),
    lines: rows.map(({ sku = '', quantity }) => ({ sku, quantity: Number(quantity) })),
    postcode: rows[0]?.['shippingZip'] ?? null,
  }
}
