import type { Parcel } from '../../../src/main/domain/parcel.ts'
import type { There } from '../../batteries/back-office/harness.ts'
import type { MagentoHands } from './hands.ts'
import { keyOf, type Shop } from './state.ts'
import { TAX_CLASSES } from './tax-tables.ts'

/** What people do in every back office, with this shop's own hands. */
export const createThere = (shop: Shop, hands: MagentoHands): There => ({
  async addProducts(products) {
    for (const { sku, title, stock, vatClass = 'standard' } of products) {
      hands.addProduct({ sku, stock, attributes: { tax_class_id: TAX_CLASSES[vatClass] } })
      const product = shop.products.get(keyOf(sku))
      if (product !== undefined) product.name = title
    }
  },
  // SKUs are unique there.
  addDuplicate: null,
  async breakStock() {
    shop.setup.breaksStock = true
  },
  async complete({ backOfficeRef }, parcels) {
    if (!hands.order(backOfficeRef).rows.every(({ qty_invoiced }) => qty_invoiced > 0)) hands.invoice(backOfficeRef)
    hands.ship(backOfficeRef, { tracks: parcels.map(toTrack) })
  },
  async shipPart({ backOfficeRef }, parcel) {
    hands.ship(backOfficeRef, { units: parcel.contents, tracks: [toTrack(parcel)] })
  },
  // What was shipped there stays shipped.
  reopen: null,
  async cancel({ backOfficeRef }) {
    if (!hands.cancel(backOfficeRef)) hands.refundAll(backOfficeRef)
  },
  async removeUnits({ backOfficeRef }, units) {
    hands.refund(backOfficeRef, [units], true)
  },
  async remove({ backOfficeRef }) {
    shop.orders.delete(Number(backOfficeRef))
  },
  async addressOf({ backOfficeRef }) {
    const address = hands.order(backOfficeRef).shippingAddress
    if (address === null) throw new Error(`Order ${backOfficeRef} has no delivery address`)
    const street: unknown = address['street']
    return {
      name: `${address['firstname']} ${address['lastname']}`,
      street: Array.isArray(street) ? street.map(String) : [],
      postcode: String(address['postcode']),
      city: String(address['city']),
      countryCode: String(address['country_id']),
      relayPointId: /\(([^()]+)\)$/.exec(String(address['company'] ?? ''))?.[1] ?? null,
    }
  },
  async vatOf({ backOfficeRef }) {
    return Math.round(hands.order(backOfficeRef).tax_amount * 100)
  },
  async revoke() {
    shop.isRevoked = true
  },
  mailsToBuyers: () => shop.mails,
})

/** Built-in carriers have a code; everybody else is "custom", with a name typed in. */
const toTrack = ({ carrierName, carrierCode, trackingNumber }: Parcel) => ({
  carrier_code: carrierCode ?? 'custom',
  title: carrierName ?? '',
  track_number: trackingNumber ?? '',
})
