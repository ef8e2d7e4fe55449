import type { ProductThere, There, VatClass } from '../../batteries/back-office/harness.ts'
import { setStatus } from './orders.ts'
import { taxCents } from './render.ts'
import type { Combination, Order, Product, Shop } from './state.ts'

const TARIFF: Readonly<Record<VatClass, string>> = {
  standard: 'normal',
  intermediate: 'intermediate',
  reduced: 'reduced',
}

/** What people do in the back end of the shop. */
export const handsIn = (shop: Shop): There => {
  const orderOf = ({ backOfficeRef }: { readonly backOfficeRef: string }): Order => {
    const order = shop.orders.get(Number(backOfficeRef))
    if (order === undefined) throw new Error(`There is no order ${backOfficeRef}`)
    return order
  }
  return {
    async addProducts(products) {
      for (const product of products) addProduct(shop, product)
    },
    async addDuplicate(sku) {
      addProduct(shop, { sku, title: 'Imported twice', stock: 1, priceCents: 100 })
    },
    async breakStock() {
      shop.hidesStock = true
    },
    // One field for the code: who sends two parcels writes both into it.
    async complete(key, parcels) {
      const order = orderOf(key)
      const codes = parcels.map(({ trackingNumber }) => trackingNumber ?? '').filter((code) => code !== '')
      order.code = codes.join(', ')
      order.carrier = parcels[0]?.carrierName ?? ''
      order.link = parcels[0]?.trackingUrl ?? ''
      setStatus(shop, order, 5)
    },
    shipPart: null,
    async reopen(key) {
      const order = orderOf(key)
      setStatus(shop, order, 2)
      Object.assign(order, { code: '', carrier: '', link: '' })
    },
    async cancel(key) {
      setStatus(shop, orderOf(key), 8)
    },
    async removeUnits(key, { sku, quantity }) {
      const order = orderOf(key)
      for (const row of order.rows) if ((row.subNumber || row.number) === sku) row.count -= quantity
      order.rows = order.rows.filter(({ count }) => count > 0)
    },
    async remove(key) {
      shop.orders.delete(orderOf(key).id)
    },
    async addressOf(key) {
      const { delivery } = orderOf(key).customer
      const line = (name: string): string => String(delivery[name] ?? '')
      return {
        name: line('full_name'),
        street: [line('address_line_1'), line('address_line_2')].filter((one) => one !== ''),
        postcode: line('zipcode'),
        city: line('city'),
        countryCode: line('country_code'),
        relayPointId: /Point relais (\S+)/.exec(line('address_line_2'))?.[1] ?? null,
      }
    },
    vatOf: async (key) => taxCents(orderOf(key)),
    async revoke() {
      shop.key = null
    },
    mailsToBuyers: () => shop.mails.filter(({ to }) => !to.endsWith('.invalid')).length,
  }
}

/** A product of the back end's form. */
export const addProduct = (shop: Shop, given: ProductThere, more: Partial<Product> = {}): Product => {
  const product: Product = {
    ...{ id: shop.nextId(), number: given.sku, ean: '', mpn: '', name: given.title, active: true },
    ...{ priceCents: given.priceCents, discountCents: 0, depositCents: 0, exceptions: new Map() },
    ...{ tariff: TARIFF[given.vatClass ?? 'standard'], stockEnabled: true, stockType: 'product', stock: given.stock },
    ...more,
  }
  shop.products.set(product.id, product)
  return product
}

/** A combination of a product's attributes, "blue, large". */
export const addCombination = (shop: Shop, product: Product, more: Partial<Combination>): Combination => {
  const combination: Combination = {
    ...{ id: shop.nextId(), productId: product.id, productNumber: '', skuNumber: '', eanNumber: '' },
    ...{ stock: 0, active: true },
    ...more,
  }
  shop.combinations.set(combination.id, combination)
  return combination
}
