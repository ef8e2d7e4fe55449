import type { ProductThere, There, VatClass } from '../../batteries/back-office/harness.ts'
import type { Misbehaviour } from './answering.ts'
import { STATES, TAX_GROUPS } from './default-data.ts'
import { micros } from './money.ts'
import { moveState, type OrderWorld } from './order-states.ts'
import type { Row } from './tables.ts'

interface OrderThere {
  readonly backOfficeRef: string
}

/** What people do in the back office of the shop. */
export const handsOf = (world: OrderWorld, misbehaviour: Misbehaviour): There => {
  const { tables, mailbox } = world
  const orderOf = ({ backOfficeRef }: OrderThere): Row => tables.need('orders', Number(backOfficeRef))
  const rowsOf = (resource: string, order: Row): readonly Row[] =>
    tables.all(resource).filter((row) => row['id_order'] === order.id)

  const addProduct = ({ sku, title, stock, priceCents, vatClass = 'standard' }: ProductThere): void => {
    const group = ({ standard: 1, intermediate: 2, reduced: 3 } as const satisfies Record<VatClass, number>)[vatClass]
    const price = (priceCents / 100 / 1.2).toFixed(6)
    const { id } = tables.insert('products', {
      ...{ reference: sku, name: title, active: '1', id_tax_rules_group: group, price },
    })
    tables.insert('stock_availables', { id_product: id, id_product_attribute: 0, id_shop: 1, quantity: stock })
  }

  /** People choose a carrier by its name; one that is not there yet is created. */
  const carrierId = (name: string | null): number => {
    const known = tables.all('carriers').find((row) => row['name'] === name && row['deleted'] !== '1')
    if (known !== undefined) return known.id
    const carrier = tables.insert('carriers', {
      name: name ?? '',
      active: '1',
      id_tax_rules_group: TAX_GROUPS.standard,
    })
    carrier['id_reference'] = carrier.id
    return carrier.id
  }

  return {
    async addProducts(products) {
      for (const product of products) addProduct(product)
    },
    async addDuplicate(sku) {
      addProduct({ sku, title: 'The same again', stock: 1, priceCents: 100 })
    },
    async breakStock() {
      misbehaviour.halvesStock = true
    },
    async complete(order, parcels) {
      const row = orderOf(order)
      const [first] = rowsOf('order_carriers', row)
      for (const [at, { carrierName, trackingNumber }] of parcels.entries()) {
        const parcel = at === 0 && first ? first : tables.insert('order_carriers', { id_order: row.id })
        Object.assign(parcel, { id_carrier: carrierId(carrierName), tracking_number: trackingNumber ?? '' })
      }
      moveState(world, row, STATES.shipped, 'mailed')
    },
    // All or nothing: the core has no partial shipment (prestashop.md 3.2).
    shipPart: null,
    async reopen(order) {
      moveState(world, orderOf(order), STATES.preparation, 'mailed')
    },
    async cancel(order) {
      moveState(world, orderOf(order), STATES.cancelled, 'mailed')
    },
    async removeUnits(order, { sku, quantity }) {
      const row = orderOf(order)
      const detail = rowsOf('order_details', row).find((one) => one['product_reference'] === sku)
      if (detail === undefined) throw new Error(`${sku} is not in that order`)
      const left = Number(detail['product_quantity']) - quantity
      detail['product_quantity'] = left
      if (left === 0) tables.remove('order_details', ({ id }) => id === detail.id)
    },
    async remove(order) {
      const { id } = orderOf(order)
      tables.remove('orders', (row) => row.id === id)
    },
    async addressOf(order) {
      const address = tables.need('addresses', Number(orderOf(order)['id_address_delivery']))
      return {
        name: `${address['firstname']} ${address['lastname']}`,
        street: [address['address1'], address['address2']].map(String).filter((line) => line !== ''),
        postcode: String(address['postcode']),
        city: String(address['city']),
        countryCode: String(tables.need('countries', Number(address['id_country']))['iso_code']),
        relayPointId: /point relais (\S+)/i.exec(String(address['other']))?.[1] ?? null,
      }
    },
    async vatOf(order) {
      const row = orderOf(order)
      const vat = (one: Row, name: string): number => micros(one[`${name}_tax_incl`]) - micros(one[`${name}_tax_excl`])
      const goods = rowsOf('order_details', row).reduce((sum, detail) => sum + vat(detail, 'total_price'), 0)
      return Math.round((goods + vat(row, 'total_shipping')) / 10_000)
    },
    async revoke() {
      misbehaviour.keyIsActive = false
    },
    mailsToBuyers: () => mailbox.sent.filter(({ to }) => !/@[^@]+\.invalid$/.test(to)).length,
  }
}
